using System.Reflection;

namespace Navo.Integrations.Architecture.Tests;

/// <summary>Which project may lean on which, and on whose packages.</summary>
public sealed class ArrowTests
{
    private static readonly Dictionary<string, string[]> Arrows = new(StringComparer.Ordinal)
    {
        ["Navo.Integrations.Abstractions"] = [],
        ["Navo.Integrations.Core"] = ["Navo.Integrations.Abstractions"],
        ["Navo.Integrations.Confluence"] = ["Navo.Integrations.Abstractions", "Navo.Integrations.Core"],
        ["Navo.Integrations.SharePoint"] = ["Navo.Integrations.Abstractions", "Navo.Integrations.Core"],
        ["Navo.Integrations.EnterpriseGpt"] = ["Navo.Integrations.Abstractions", "Navo.Integrations.Core"],
        ["Navo.Integrations.AspNetCore"] = ["Navo.Integrations.Abstractions", "Navo.Integrations.Core"],
        ["Navo.Integrations.Mcp"] = ["Navo.Integrations.Abstractions"],
        ["Navo.Integrations.ExtensionsAI"] = ["Navo.Integrations.Abstractions"],
        ["Navo.Integrations.Yaml"] = ["Navo.Integrations.Abstractions", "Navo.Integrations.Core"],
        ["Navo.Integrations.Redis"] = ["Navo.Integrations.Abstractions", "Navo.Integrations.Core"],
        ["Navo.Integrations.Testing"] = ["Navo.Integrations.Abstractions", "Navo.Integrations.Core"],
        ["Navo.Integrations.Extraction"] = ["Navo.Integrations.Abstractions", "Navo.Integrations.Core"],
        ["Navo.Integrations"] = ["Navo.Integrations.Abstractions", "Navo.Integrations.Core", "Navo.Integrations.Confluence", "Navo.Integrations.SharePoint", "Navo.Integrations.EnterpriseGpt", "Navo.Integrations.Extraction"],
    };

    private static readonly Dictionary<string, string[]> Packages = new(StringComparer.Ordinal)
    {
        ["Navo.Integrations.Abstractions"] = [],
        ["Navo.Integrations.Core"] = ["Microsoft.Extensions.", "ZiggyCreatures.FusionCache", "Polly.", "System.Threading.RateLimiting"],
        ["Navo.Integrations.Confluence"] = ["Refit"],
        ["Navo.Integrations.SharePoint"] = ["Azure.Identity", "Microsoft.Graph", "Microsoft.Kiota.", "Microsoft.IdentityModel.", "Refit"],
        ["Navo.Integrations.EnterpriseGpt"] = ["Google.Protobuf", "Microsoft.Extensions.AI.Abstractions", "Microsoft.ML.Tokenizers", "OpenAI", "Refit"],
        ["Navo.Integrations.AspNetCore"] = [],
        ["Navo.Integrations.Mcp"] = ["ModelContextProtocol"],
        ["Navo.Integrations.ExtensionsAI"] = ["Microsoft.Extensions.AI.Abstractions", "Microsoft.Extensions.VectorData.Abstractions"],
        ["Navo.Integrations.Yaml"] = ["Microsoft.Extensions.Configuration", "YamlDotNet"],
        ["Navo.Integrations.Redis"] = ["DistributedLock.", "StackExchange.Redis"],
        ["Navo.Integrations.Testing"] = ["Microsoft.Extensions.", "xunit.v3."],
        ["Navo.Integrations.Extraction"] = ["AngleSharp", "CsvHelper", "DocumentFormat.OpenXml", "ExcelDataReader", "ExcelNumberFormat", "Markdig", "MimeKit", "PdfPig", "System.IO.Packaging", "UTF.Unknown"],
        ["Navo.Integrations"] = [],
    };

    public static TheoryData<string> Projects => [.. SourceTree.Projects];

    [Theory, MemberData(nameof(Projects))]
    public void A_project_references_only_the_projects_its_arrows_allow(string project) =>
        Assert.Empty(SourceTree.References(project).Except(Arrows[project], StringComparer.Ordinal));

    [Theory, MemberData(nameof(Projects))]
    public void A_project_references_only_the_packages_its_row_allows(string project) =>
        Assert.DoesNotContain(SourceTree.Packages(project), p => !IsBuildTool(p) && !Packages[project].Any(a => p.StartsWith(a, StringComparison.Ordinal)));

    [Theory, MemberData(nameof(Projects))]
    public void An_assembly_references_only_what_its_project_allows(string project)
    {
        IEnumerable<string> referenced = Assembly.Load(project).GetReferencedAssemblies().Select(a => a.Name!);

        Assert.Empty(referenced.Where(a => a.StartsWith("Navo.", StringComparison.Ordinal)).Except(Arrows[project], StringComparer.Ordinal));
    }

    [Fact]
    public void Abstractions_references_the_base_class_library_and_nothing_else() =>
        Assert.DoesNotContain(
            Assembly.Load("Navo.Integrations.Abstractions").GetReferencedAssemblies(),
            a => !a.Name!.StartsWith("System.", StringComparison.Ordinal) || a.Name is "System.Net.Http" or "System.Text.Json");

    [Fact]
    public void Core_knows_no_vendor_and_no_wire() =>
        Assert.DoesNotContain(
            Assembly.Load("Navo.Integrations.Core").GetReferencedAssemblies(),
            a => new[] { "Refit", "Microsoft.Graph", "OpenAI", "Azure." }.Any(v => a.Name!.StartsWith(v, StringComparison.Ordinal)));

    [Fact]
    public void Every_project_has_its_arrows_written_down() => Assert.Equal(SourceTree.Projects, Arrows.Keys.Order(StringComparer.Ordinal));

    private static bool IsBuildTool(string package) => package.StartsWith("Microsoft.CodeAnalysis.", StringComparison.Ordinal);
}
