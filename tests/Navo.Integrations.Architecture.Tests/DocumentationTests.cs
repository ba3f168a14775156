using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Navo.Integrations.Architecture.Tests;

/// <summary>Every example in the documentation compiles against the packages as they are now.</summary>
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

    private static readonly string[] Tolerated = ["CS8321"];   // a local function that only the reader calls
    private static readonly Lazy<MetadataReference[]> References = new(LoadReferences);

    public static TheoryData<string, int> Examples
    {
        get
        {
            var examples = new TheoryData<string, int>();
            foreach ((string file, string text) in SourceTree.Documents)
            {
                for (int i = 0; i < Fences(text).Count(f => !f.IsIgnored); i++)
                {
                    examples.Add(file, i);
                }
            }

            return examples;
        }
    }

    [Theory, MemberData(nameof(Examples))]
    public void An_example_compiles(string file, int number) =>
        Assert.Empty(Errors(Fences(SourceTree.Documents[file]).Where(f => !f.IsIgnored).ElementAt(number).Code));

    [Fact]
    public void A_wrong_example_does_not_compile() => Assert.NotEmpty(Errors("new ServiceCollection().AddNavoIntegrations().AddConfluense();"));

    [Fact]
    public void The_front_page_has_examples_and_excuses_none()
    {
        (string Code, bool IsIgnored)[] fences = [.. Fences(SourceTree.Documents["README.md"])];

        Assert.NotEmpty(fences);
        Assert.DoesNotContain(fences, f => f.IsIgnored);
    }

    private static IEnumerable<(string Code, bool IsIgnored)> Fences(string text) =>
        Fence().Matches(text.ReplaceLineEndings("\n")).Select(m => (m.Groups[2].Value, m.Groups[1].Value.Contains("ignore", StringComparison.Ordinal)));

    private static List<string> Errors(string code)
    {
        var options = new CSharpParseOptions(LanguageVersion.Latest);
        bool isProgram = CSharpSyntaxTree.ParseText(code, options).GetCompilationUnitRoot().Members.Any(m => m.IsKind(SyntaxKind.GlobalStatement));
        var compilation = CSharpCompilation.Create(
            "Example",
            [CSharpSyntaxTree.ParseText(code, options), CSharpSyntaxTree.ParseText(ImplicitUsings, options)],
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

    [GeneratedRegex("^```csharp([^\n]*)\n(.*?)^```[ ]*$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex Fence();
}
