using System.Text.RegularExpressions;

namespace Navo.Integrations.Architecture.Tests;

/// <summary>What is built from packages is built from the same ones tomorrow, and from none with a known hole.</summary>
public sealed partial class SupplyChainTests
{
    [Fact]
    public void T18_every_package_has_one_exact_version()
    {
        MatchCollection versions = Version().Matches(SourceTree.Text("Directory.Packages.props"));

        Assert.True(versions.Count > 20);
        Assert.All(versions, static version => Assert.Matches(Exact(), version.Groups[1].Value));
    }

    [Fact]
    public void T18_no_project_has_versions_or_sources_of_its_own()
    {
        string[] projects = [.. new[] { "src", "tests", "samples", "benchmarks" }.SelectMany(static folder => SourceTree.Files(folder, "*.csproj"))];

        Assert.True(projects.Length > 20);
        Assert.DoesNotContain(projects, static project => Own().IsMatch(SourceTree.Text(project)));
    }

    [Fact]
    public void T18_restoring_looks_for_known_holes_in_everything_and_a_finding_is_an_error()
    {
        string props = SourceTree.Text("Directory.Build.props");

        Assert.Contains("<NuGetAuditMode>all</NuGetAuditMode>", props, StringComparison.Ordinal);
        Assert.Contains("<TreatWarningsAsErrors>true</TreatWarningsAsErrors>", props, StringComparison.Ordinal);
        Assert.DoesNotContain("NU190", props, StringComparison.Ordinal);
    }

    [GeneratedRegex("<PackageVersion Include=\"[^\"]+\" Version=\"([^\"]*)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Version();

    [GeneratedRegex(@"^\d+(\.\d+){1,3}(-[0-9A-Za-z.]+)?$", RegexOptions.NonBacktracking)]
    private static partial Regex Exact();

    [GeneratedRegex("<PackageReference [^>]*Version=|VersionOverride|RestoreSources|RestoreAdditionalProjectSources|NU190", RegexOptions.NonBacktracking)]
    private static partial Regex Own();
}
