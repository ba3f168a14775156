using System.Globalization;
using System.Text;
using Microsoft.Extensions.Options;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Mcp.Internal.Arguments;
using Navo.Integrations.Mcp.Internal.Results;

namespace Navo.Integrations.Mcp.Internal;

/// <summary>One question to all sources.</summary>
internal sealed class SearchTool(IFederatedSearch search, IOptionsMonitor<NavoMcpOptions> options, IServiceProvider services) : NavoTool<SearchArguments, SearchResult>(services, ToolCard.Create(
    "search",
    "Search the company's knowledge",
    "Searches the company's knowledge in all sources at once and gives items that the caller may see, best first, with excerpts and addresses. Read an item whole with get."))
{
    private const int ShownExcerpt = 300;

    protected override async Task<ToolAnswer<SearchResult>> AnswerAsync(SearchArguments arguments, AccessContext reader, CancellationToken cancellationToken)
    {
        FederatedQuery query = new(arguments.Query)
        {
            Sources = ToolArguments.Sources(arguments.Sources, SearchArguments.MaxSources),
            Limit = ToolArguments.Within(arguments.Limit ?? 10, 1, FederatedQuery.MaxLimit, "limit"),
            Continuation = ToolArguments.NotLonger(arguments.Continuation, SearchArguments.MaxContinuation, "continuation"),
            Deadline = options.CurrentValue.SearchTimeout,
        };
        FederatedPage page = (await search.SearchAsync(query, reader, cancellationToken).ConfigureAwait(false)).ForReader();
        MissingSource[] missing = [.. page.Reports.Where(static report => !report.IsComplete).Select(Missing)];
        if (!page.HasAnswer && missing.Length > 0)
        {
            throw new UnavailableException($"No source answered. {string.Join(' ', missing.Select(Line))}");
        }

        SearchResult result = new()
        {
            Hits = [.. page.Hits.Select(HitResult.Of)],
            IsComplete = missing.Length == 0,
            Missing = missing,
            Continuation = page.Continuation,
        };
        return new(result, Text(result));
    }

    private static MissingSource Missing(SourceReport report) =>
        new() { Source = report.Source.ToString(), Status = WireName.Of(report.Status), Detail = report.Detail };

    private static string Line(MissingSource source) => $"{source.Source}: {source.Status}{(source.Detail is { } detail ? $", {detail}" : ".")}";

    private static string Line(string excerpt)
    {
        string line = excerpt.ReplaceLineEndings(" ");
        return line[..TextCut.At(line, Math.Min(line.Length, ShownExcerpt))];
    }

    private static string Text(SearchResult result)
    {
        StringBuilder text = new(result.Hits.Count == 0 ? "Nothing was found that you may see." : $"{result.Hits.Count} hits. {DataNotice.Text}");
        foreach ((int index, HitResult hit) in result.Hits.Index())
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{index + 1}. {hit.Title} (source {hit.Source}, id {hit.Id}){(hit.Address is { } address ? $" {address}" : string.Empty)}");
            text.Append(hit.Excerpt is { Length: > 0 } excerpt ? $"\n   {Line(excerpt)}" : string.Empty);
        }

        foreach (MissingSource source in result.Missing)
        {
            text.Append("\nNot in full: ").Append(Line(source));
        }

        return text.Append(result.Continuation is { } more ? $"\nThere are more; call again with continuation: {more}" : string.Empty).ToString();
    }
}
