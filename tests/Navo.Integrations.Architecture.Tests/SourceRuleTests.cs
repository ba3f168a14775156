using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Navo.Integrations.Architecture.Tests;

/// <summary>How the code below src is written.</summary>
public sealed partial class SourceRuleTests(ITestOutputHelper output)
{
    private const int MostLines = 200;

    [Fact]
    public void No_file_is_longer_than_200_lines_nine_of_ten_have_at_most_120_and_half_at_most_50()
    {
        (string File, int Lines)[] files = [.. SourceTree.Sources.Select(s => (s.Key, s.Value.Split('\n').Length - 1)).OrderBy(f => f.Item2)];
        (int median, int most) = (files[files.Length / 2].Lines, files[files.Length * 9 / 10].Lines);
        output.WriteLine($"{files.Length} files; lines: p50 {median}, p90 {most}, longest {files[^1].Lines} ({files[^1].File})");

        Assert.DoesNotContain(files, f => f.Lines > MostLines);
        Assert.InRange(median, 1, 50);
        Assert.InRange(most, median, 120);
    }

    [Fact]
    public void A_file_holds_one_top_level_type() =>
        Assert.Empty(SourceTree.Sources.Where(s => TopLevelTypes(s.Value) > 1).Select(s => s.Key));

    [Fact]
    public void No_folder_is_a_drawer_for_leftovers() =>
        Assert.DoesNotContain(
            SourceTree.Sources.Keys.SelectMany(f => f.Split('/').SkipLast(1)),
            folder => folder is "Utils" or "Helpers" or "Utilities" or "Common" or "Misc");

    [Fact]
    public void Nothing_is_left_undone_or_silenced() =>
        Assert.Empty(SourceTree.Sources.Where(s => Unfinished().IsMatch(s.Value)).Select(s => $"{s.Key}: {Unfinished().Match(s.Value).Value}"));

    private static int TopLevelTypes(string text) =>
        CSharpSyntaxTree.ParseText(text).GetCompilationUnitRoot()
            .DescendantNodes(n => n is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .Count(n => n is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax);

    [GeneratedRegex(@"\bTODO\b|\bFIXME\b|\bHACK\b|NotImplementedException|#pragma warning disable|SuppressMessage\(", RegexOptions.NonBacktracking)]
    private static partial Regex Unfinished();
}
