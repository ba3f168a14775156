using System.Globalization;
using Microsoft.Extensions.Options;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Mcp.Internal.Arguments;
using Navo.Integrations.Mcp.Internal.Results;

namespace Navo.Integrations.Mcp.Internal;

/// <summary>The text of one item, a part at a time where it is long.</summary>
internal sealed class GetTool(IIntegrationCatalog catalog, IOptionsMonitor<NavoMcpOptions> options, IServiceProvider services) : NavoTool<GetArguments, GetResult>(services, ToolCard.Create(
    "get",
    "Read an item",
    "Reads an item that search found as Markdown, with its title, version and address to cite. A long text comes in parts: call again with nextOffset and version. What is absent and what the caller may not see look the same."))
{
    private const int ShownLosses = 20;

    protected override async Task<ToolAnswer<GetResult>> AnswerAsync(GetArguments arguments, AccessContext reader, CancellationToken cancellationToken)
    {
        IIntegration integration = ToolArguments.Integration(catalog, arguments.Source);
        KnowledgeContent content = await ReadAsync(integration, new(arguments.Id), reader, cancellationToken).ConfigureAwait(false);
        if (arguments.Version is { } version && version != content.SourceVersion)
        {
            throw new InvalidQueryException("The item has another version than the part before.") { Remedy = "Begin again without offset and version." };
        }

        int start = TextCut.At(content.Markdown, ToolArguments.Within(arguments.Offset ?? 0, 0, content.Markdown.Length, "offset"));
        int end = TextCut.At(content.Markdown, start + Math.Min(options.CurrentValue.TextLength, content.Markdown.Length - start));
        GetResult result = Result(content, start, end);
        return new(result, Text(result, end));
    }

    private static async Task<KnowledgeContent> ReadAsync(IIntegration integration, ContentId id, AccessContext reader, CancellationToken cancellationToken)
    {
        try
        {
            return await integration.GetContentAsync(id, reader, cancellationToken).ConfigureAwait(false);
        }
        catch (IntegrationException refused) when (refused is NotFoundException or PermissionException)
        {
            throw ToolErrors.Absent(integration.Name);
        }
    }

    private static GetResult Result(KnowledgeContent content, int start, int end) => new()
    {
        Source = content.Metadata.Source.ToString(),
        Id = content.Metadata.Id.Value,
        Title = content.Metadata.Title,
        Kind = WireName.Of(content.Metadata.Kind),
        Version = content.SourceVersion,
        Container = content.Metadata.Container.Name ?? content.Metadata.Container.Key,
        Address = content.Metadata.WebAddress?.AbsoluteUri,
        Modified = content.Metadata.Modified,
        Markdown = content.Markdown[start..end],
        Offset = start,
        TotalLength = content.Markdown.Length,
        NextOffset = end < content.Markdown.Length ? end : null,
        IsStale = content.Origin.IsStale,
        Losses = [.. content.Losses.Take(ShownLosses).Select(static loss => $"{loss.Element}: {loss.Detail}")],
        MoreLosses = content.Losses.Count > ShownLosses ? content.Losses.Count - ShownLosses : null,
    };

    private static string Text(GetResult result, int end)
    {
        string[] head =
        [
            $"{result.Title} (source {result.Source}, id {result.Id}, version {result.Version}) {result.Address}".TrimEnd(),
            result.IsStale ? "The source is down; this is an older copy." : string.Empty,
            result.Losses.Count > 0 ? $"{result.Losses.Count + (result.MoreLosses ?? 0)} things were not carried over from the source." : string.Empty,
            result.NextOffset is { } next
                ? string.Create(CultureInfo.InvariantCulture, $"Characters {result.Offset} to {end} of {result.TotalLength}; call again with offset {next} and version {result.Version} for more.")
                : string.Empty,
            $"{DataNotice.Text} The text begins below.",
        ];
        return $"{string.Join('\n', head.Where(static line => line.Length > 0))}\n\n{result.Markdown}";
    }
}
