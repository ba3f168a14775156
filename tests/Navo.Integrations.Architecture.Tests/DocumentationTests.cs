using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Navo.Integrations.Contracts;

namespace Navo.Integrations.Architecture.Tests;

/// <summary>Every example in the documentation compiles against the packages as they are now.</summary>
/// <remarks>A word after <c>csharp</c> makes fences of one file parts of one example; <c>ignore</c> leaves a fence out; a path says that the fence is that file.</remarks>
public sealed partial class DocumentationTests
{
    // What a worker project of the SDK has open without saying so.
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Microsoft.Extensions.Configuration;
        global using Microsoft.Extensions.DependencyInjection;
        global using Microsoft.Extensions.Hosting;
        global using Microsoft.Extensions.Logging;
        """;

    private const string Ignored = "ignore";

    private static readonly string[] Tolerated = ["CS8321", "CS1701"];   // a local function that only the reader calls; what the SDK leaves out of every build
    private static readonly Lazy<MetadataReference[]> References = new(LoadReferences);

    public static TheoryData<string, int> Examples
    {
        get
        {
            var examples = new TheoryData<string, int>();
            foreach ((string file, string text) in SourceTree.Documents)
            {
                for (int i = 0; i < ExamplesOf(text).Count; i++)
                {
                    examples.Add(file, i);
                }
            }

            return examples;
        }
    }

    [Theory, MemberData(nameof(Examples))]
    public void An_example_compiles(string file, int number) =>
        Assert.Empty(Errors(ExamplesOf(SourceTree.Documents[file])[number]));

    [Fact]
    public void A_wrong_example_does_not_compile() => Assert.NotEmpty(Errors(["new ServiceCollection().AddNavoIntegrations().AddConfluense();"]));

    [Fact]
    public void No_example_is_indented_so_that_it_is_passed_over() => Assert.Empty(SourceTree.Documents.Where(d => Indented().IsMatch(d.Value)).Select(d => d.Key));

    [Fact]
    public void The_front_page_has_examples_and_excuses_none()
    {
        (string Word, string Code)[] fences = [.. Fences(SourceTree.Documents["README.md"])];

        Assert.NotEmpty(fences);
        Assert.DoesNotContain(fences, f => f.Word == Ignored);
    }

    [Fact]
    public void Every_link_to_a_file_of_the_repository_leads_somewhere()
    {
        IEnumerable<string> broken =
            from document in SourceTree.Documents
            from link in Link().Matches(document.Value).Select(m => m.Groups[1].Value)
            where !link.Contains("://", StringComparison.Ordinal)
            let target = Path.Combine(RepositoryRoot.Path, Path.GetDirectoryName(document.Key)!, link)
            where !File.Exists(target) && !Directory.Exists(target)
            select $"{document.Key}: {link}";

        Assert.Empty(broken);
    }

    [Fact]
    public void A_fence_that_names_a_file_is_that_file()
    {
        (string Word, string Code)[] fences = [.. SourceTree.Documents.Values.SelectMany(Fences).Where(f => IsFile(f.Word))];

        Assert.NotEmpty(fences);
        Assert.All(fences, f => Assert.Equal(SourceTree.Text(f.Word).ReplaceLineEndings("\n"), f.Code));
    }

    private static bool IsFile(string word) => word.EndsWith(".cs", StringComparison.Ordinal);

    /// <summary>The examples of a document, each as the fences that make it up.</summary>
    private static List<string[]> ExamplesOf(string text) =>
        [.. Fences(text)
            .Where(f => f.Word != Ignored && !IsFile(f.Word))
            .Select((f, i) => (Example: f.Word.Length > 0 ? f.Word : i.ToString(CultureInfo.InvariantCulture), f.Code))
            .GroupBy(f => f.Example, StringComparer.Ordinal)
            .Select(g => g.Select(f => f.Code).ToArray())];

    private static IEnumerable<(string Word, string Code)> Fences(string text) =>
        Fence().Matches(text.ReplaceLineEndings("\n")).Select(m => (m.Groups[1].Value.Trim(), m.Groups[2].Value));

    private static List<string> Errors(string[] parts)
    {
        var options = new CSharpParseOptions(LanguageVersion.Latest);
        SyntaxTree[] trees = [.. parts.Select(part => CSharpSyntaxTree.ParseText(part, options))];
        bool isProgram = trees.Any(tree => tree.GetCompilationUnitRoot().Members.Any(m => m.IsKind(SyntaxKind.GlobalStatement)));
        var compilation = CSharpCompilation.Create(
            "Example",
            [.. trees, CSharpSyntaxTree.ParseText(ImplicitUsings, options)],
            References.Value,
            new CSharpCompilationOptions(
                isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        return [.. compilation.GetDiagnostics()
            .Where(d => d.Severity >= DiagnosticSeverity.Warning && !Tolerated.Contains(d.Id, StringComparer.Ordinal))
            .Select(d => d.ToString())];
    }

    private static MetadataReference[] LoadReferences()
    {
        foreach (string project in SourceTree.Projects)
        {
            Assembly.Load(project);
        }

        string platform = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        return [.. platform.Split(Path.PathSeparator).Select(p => MetadataReference.CreateFromFile(p))];
    }

    [GeneratedRegex(@"\]\(([^)#\s]+)", RegexOptions.NonBacktracking)]
    private static partial Regex Link();

    [GeneratedRegex("^[ \t>]+```(csharp|json)", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Indented();

    [GeneratedRegex("^```csharp([^\n]*)\n(.*?)^```[ ]*$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex Fence();
}
