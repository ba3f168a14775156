using System.Text.RegularExpressions;
using Navo.Integrations.Contracts;

namespace Navo.Integrations.Architecture.Tests;

/// <summary>The files of the repository, as the rules read them.</summary>
internal static partial class SourceTree
{
    private static readonly string[] Built = ["bin", "obj", ".git", "artifacts", "TestResults"];

    /// <summary>The package projects: folders below src with a project file.</summary>
    public static IReadOnlyList<string> Projects { get; } = [.. Directory.EnumerateDirectories(Path.Combine(RepositoryRoot.Path, "src"))
        .Where(d => File.Exists(Path.Combine(d, Path.GetFileName(d) + ".csproj")))
        .Select(d => Path.GetFileName(d)).Order(StringComparer.Ordinal)];

    /// <summary>The C# files below src, relative to the root, with their text.</summary>
    public static IReadOnlyDictionary<string, string> Sources { get; } = Read("src", "*.cs");

    /// <summary>The texts people read: all Markdown at the root, below docs, and each README of a package, a sample or the template.</summary>
    public static IReadOnlyDictionary<string, string> Documents { get; } = new[] { Read("docs", "*.md"), Read("src", "README.md"), Read("samples", "README.md"), Read("templates", "README.md"), Root() }
        .SelectMany(d => d).ToDictionary(StringComparer.Ordinal);

    /// <summary>Every file outside of build folders whose text can be read.</summary>
    public static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.Exists(Path.Combine(RepositoryRoot.Path, folder))
            ? Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, folder), pattern, SearchOption.AllDirectories)
                .Select(f => Path.GetRelativePath(RepositoryRoot.Path, f).Replace('\\', '/'))
                .Where(f => !f.Split('/').Any(Built.Contains))
                .Order(StringComparer.Ordinal)
            : [];

    public static string Text(string file) => File.ReadAllText(Path.Combine(RepositoryRoot.Path, file));

    public static IReadOnlyList<string> Packages(string project) => Attribute(PackagePattern(), project);

    public static IReadOnlyList<string> References(string project) =>
        [.. Attribute(ProjectPattern(), project).Select(r => Path.GetFileNameWithoutExtension(r.Replace('\\', '/')))];

    private static List<string> Attribute(Regex pattern, string project) =>
        [.. pattern.Matches(Text($"src/{project}/{project}.csproj")).Select(m => m.Groups[1].Value)];

    private static Dictionary<string, string> Read(string folder, string pattern) =>
        Files(folder, pattern).ToDictionary(f => f, Text, StringComparer.Ordinal);

    private static Dictionary<string, string> Root() =>
        Directory.EnumerateFiles(RepositoryRoot.Path, "*.md").Select(f => Path.GetFileName(f)).ToDictionary(f => f, Text, StringComparer.Ordinal);

    [GeneratedRegex("<PackageReference Include=\"([^\"]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex PackagePattern();

    [GeneratedRegex("<ProjectReference Include=\"([^\"]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex ProjectPattern();
}
