using System.Diagnostics;
using System.Text.RegularExpressions;
using Navo.Integrations.Contracts;

namespace Navo.Integrations.Architecture.Tests;

/// <summary>What a package carries, and what no tracked file may say.</summary>
public sealed partial class RepositoryRuleTests
{
    public static TheoryData<string> Projects => [.. SourceTree.Projects];

    [Theory, MemberData(nameof(Projects))]
    public void A_package_explains_itself(string project) =>
        Assert.True(File.Exists(Path.Combine(RepositoryRoot.Path, "src", project, "README.md")), $"src/{project}/README.md is absent.");

    [Theory, MemberData(nameof(Projects))]
    public void A_package_lists_its_public_surface(string project) =>
        Assert.Equal(
            ["PublicAPI.Shipped.txt", "PublicAPI.Unshipped.txt"],
            SourceTree.Files($"src/{project}", "PublicAPI.*.txt").Select(f => Path.GetFileName(f)));

    [Fact]
    public async Task No_tracked_file_names_a_registry_host_or_a_path_of_a_machine()
    {
        string[] files = await TrackedAsync();
        Assert.NotEmpty(files);

        Assert.Empty(files.Where(f => f.Split('/')[^1] is not "RepositoryRuleTests.cs" && File.Exists(Path.Combine(RepositoryRoot.Path, f)))
            .Select(f => (File: f, Match: Private().Match(SourceTree.Text(f))))
            .Where(f => f.Match.Success)
            .Select(f => $"{f.File}: {f.Match.Value}"));
    }

    private static async Task<string[]> TrackedAsync()
    {
        var start = new ProcessStartInfo("git", "ls-files") { WorkingDirectory = RepositoryRoot.Path, RedirectStandardOutput = true };
        using Process git = Process.Start(start)!;
        string names = await git.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        return names.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    [GeneratedRegex(@"(^|[\s""'=(;])(/home/|/root/|/Users/|/work/|/tmp/|[A-Z]:\\Users)|artifactory|nexus\.|jfrog|pkgs\.dev\.azure|<add key=""[^""]*"" value=""http", RegexOptions.NonBacktracking)]
    private static partial Regex Private();
}
