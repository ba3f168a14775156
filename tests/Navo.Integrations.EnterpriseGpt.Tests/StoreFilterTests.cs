using Navo.Integrations.Abstractions;
using Navo.Integrations.EnterpriseGpt.Internal;

namespace Navo.Integrations.EnterpriseGpt.Tests;

public sealed class StoreFilterTests
{
    public static TheoryData<SearchQuery> Foreign => [new SearchQuery("a") { Libraries = ["https://contoso.sharepoint.com/sites/hr/Policies"] }, new SearchQuery("a") { FileTypes = ["pdf"] }, new SearchQuery("a") { Labels = ["hr"] }];

    [Theory, MemberData(nameof(Foreign))]
    public void Row041_a_filter_that_stores_lack_refuses_the_query(SearchQuery query) => Assert.Throws<InvalidQueryException>(() => StoreFilter.Of(query));

    [Fact]
    public void Row043_the_federated_search_hands_over_no_filter_that_stores_lack() =>
        Assert.Equal([SearchFilter.Kinds, SearchFilter.Authors, SearchFilter.Modified], VectorStoreAbilities.All.Filters);
}
