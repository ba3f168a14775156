using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Access;

namespace Navo.Integrations.Core.Tests.Access;

public sealed class SearchFilterKeysTests
{
    private static readonly DateTimeOffset Noon = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Queries_that_differ_in_a_filter_differ_in_their_keys()
    {
        SearchQuery[] queries =
        [
            new("a"),
            new("a") { Containers = ["x"] },
            new("a") { Containers = ["x", "y"] },
            new("a") { Containers = ["x\ny"] },
            new("a") { Labels = ["x"] },
            new("a") { Authors = [new PrincipalId("test", "x")] },
            new("a") { Kinds = [ContentKind.Folder] },
            new("a") { ModifiedSince = Noon },
            new("a") { ModifiedBefore = Noon },
            new("a") { ModifiedBefore = Noon.AddTicks(1) },
        ];
        Assert.Equal(queries.Length, queries.Select(query => string.Join('\u0001', SearchFilterKeys.Of(query))).Distinct().Count());
    }

    [Fact]
    public void A_plain_query_needs_no_keys() => Assert.Empty(SearchFilterKeys.Of(new("a")));
}
