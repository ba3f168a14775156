using System.Globalization;
using NSubstitute;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Access;

namespace Navo.Integrations.Core.Tests.Federation;

/// <summary>A source whose pages, and what goes wrong between them, a test decides. Its continuations are sealed to their reader, as ours are.</summary>
internal static class ScriptedSource
{
    public static IIntegration Of(string name, Func<SearchQuery, AccessContext, CancellationToken, Task<SearchPage>> search)
    {
        IIntegration source = Substitute.For<IIntegration>();
        source.Name.Returns(IntegrationName.Parse(name));
        source.SearchAsync(Arg.Any<SearchQuery>(), Arg.Any<AccessContext>(), Arg.Any<CancellationToken>())
            .Returns(call => search(call.Arg<SearchQuery>(), call.Arg<AccessContext>(), call.Arg<CancellationToken>()));
        return source;
    }

    /// <summary>Gives these hits in pages of a size of its own; a call may be refused first.</summary>
    public static IIntegration Paged(string name, IReadOnlyList<SearchHit> hits, int pageSize, Action<int>? onCall = null)
    {
        int calls = 0;
        return Of(name, (query, reader, _) =>
        {
            onCall?.Invoke(calls++);
            int from = int.Parse(Continuation.Open(query.Continuation, reader, [query.Text]) ?? "0", CultureInfo.InvariantCulture);
            int end = Math.Min(from + pageSize, hits.Count);
            return Task.FromResult(new SearchPage
            {
                Hits = [.. hits.Skip(from).Take(end - from)],
                Total = SearchTotal.Exact(hits.Count),
                Continuation = end < hits.Count ? Continuation.Seal(end.ToString(CultureInfo.InvariantCulture), reader, [query.Text]) : null,
            });
        });
    }

    public static SearchPage Page(params SearchHit[] hits) => new() { Hits = hits, Total = SearchTotal.Exact(hits.Length) };

    public static SearchHit Hit(string source, string id, string? title = null, string? excerpt = null) => new()
    {
        Id = new(id),
        Source = IntegrationName.Parse(source),
        Title = title ?? $"{source} {id}",
        Kind = ContentKind.Page,
        Excerpt = excerpt,
    };
}
