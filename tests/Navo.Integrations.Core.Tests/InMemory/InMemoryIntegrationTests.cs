using Microsoft.Extensions.Time.Testing;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Testing.InMemory;

namespace Navo.Integrations.Core.Tests.InMemory;

public sealed class InMemoryIntegrationTests
{
    private static readonly PrincipalId Ann = new("email", "ann@example.com");
    private static readonly PrincipalId Staff = new("group", "staff");
    private static readonly AccessContext Reader = AccessContext.ForUser(Ann);

    private readonly FakeTimeProvider _time = new(new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));
    private readonly InMemoryIntegration _integration;

    public InMemoryIntegrationTests() => _integration = new("memory", _time);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Row005_a_search_needs_every_word_and_puts_the_most_mentions_first()
    {
        _integration.Add("a", "Deploy", "deploy the service, deploy again", Audience.Everyone);
        _integration.Add("b", "Deploy", "the SERVICE", Audience.Everyone);
        _integration.Add("c", "Deploy", "nothing else; services do not count", Audience.Everyone);

        SearchPage page = await _integration.SearchAsync(new("service deploy!"), Reader, Token);

        Assert.Equal(["a", "b"], page.Hits.Select(hit => hit.Id.Value));
        Assert.Equal(SearchTotal.Exact(2), page.Total);
    }

    [Fact]
    public async Task Every_filter_of_a_query_narrows_it()
    {
        KnowledgeContent plain = _integration.Add("plain", "Word", "word", Audience.Everyone);
        ContentMetadata special = plain.Metadata with
        {
            Id = new("special"),
            Container = new("HR"),
            Kind = ContentKind.BlogPost,
            Labels = ["red"],
            Author = new(Ann, "Ann"),
            Modified = _time.GetUtcNow().AddDays(-1),
        };
        _integration.Add(plain with { Metadata = special }, Audience.Everyone);
        SearchQuery[] queries =
        [
            new("word") { Containers = ["hr"] }, new("word") { Kinds = [ContentKind.BlogPost] }, new("word") { Labels = ["RED", "blue"] },
            new("word") { Authors = [Ann] }, new("word") { ModifiedBefore = _time.GetUtcNow() },
        ];

        foreach (SearchQuery query in queries)
        {
            Assert.Equal("special", Assert.Single((await _integration.SearchAsync(query, Reader, Token)).Hits).Id.Value);
        }

        SearchQuery recent = new("word") { ModifiedSince = _time.GetUtcNow() };
        Assert.Equal("plain", Assert.Single((await _integration.SearchAsync(recent, Reader, Token)).Hits).Id.Value);
    }

    [Fact]
    public async Task F22_paging_neither_repeats_nor_skips_when_items_appear_in_between()
    {
        _integration.Add("b", "Word", "", Audience.Everyone);
        _integration.Add("d", "Word", "", Audience.Everyone);
        SearchQuery query = new("word") { Limit = 1 };
        SearchPage first = await _integration.SearchAsync(query, Reader, Token);

        _integration.Add("a", "Word", "", Audience.Everyone);
        SearchPage second = await _integration.SearchAsync(query with { Continuation = first.Continuation }, Reader, Token);

        Assert.Equal("b", Assert.Single(first.Hits).Id.Value);
        Assert.Equal("d", Assert.Single(second.Hits).Id.Value);
        Assert.Null(second.Continuation);
    }

    [Fact]
    public async Task What_is_left_out_is_counted_once_and_never_named()
    {
        _integration.Add("a", "Word", "", Audience.Nobody);
        _integration.Add("b", "Word", "", policy: null);
        _integration.Add("c", "Word", "", Audience.Everyone);

        SearchPage page = await _integration.SearchAsync(new("word"), Reader, Token);

        Assert.Equal([new(OmissionReason.NotPermitted, 1), new(OmissionReason.PermissionUnknown, 1)], page.Omitted);
        Assert.Equal(SearchTotal.Exact(1), page.Total);
    }

    [Fact]
    public async Task A_reader_must_satisfy_every_clause_of_a_policy()
    {
        AccessClause staff = Audience.Groups(Staff).Clauses[0] with { Source = AccessClauseSource.Ancestor };
        AccessClause ann = Audience.Users(Ann).Clauses[0];
        _integration.Add("a", "Word", "", new AccessPolicy { Clauses = [ann, staff], ReadAt = default });

        PermissionDecision before = await _integration.CheckPermissionsAsync(new("a"), Reader, Token);
        _integration.SetGroups(Ann, Staff);
        PermissionDecision after = await _integration.CheckPermissionsAsync(new("a"), Reader, Token);

        Assert.Equal((PermissionOutcome.Deny, PermissionReason.AncestorRestricted), (before.Outcome, before.Reason));
        Assert.Equal((PermissionOutcome.Allow, PermissionReason.Granted), (after.Outcome, after.Reason));
    }

    [Theory]
    [InlineData(-2)]
    [InlineData(86_400_001)]
    public void A_latency_that_cannot_be_meant_is_refused(int milliseconds) =>
        Assert.Throws<ConfigurationException>(() => _integration.Delay(TimeSpan.FromMilliseconds(milliseconds)));

    [Fact]
    public async Task A_policy_without_clauses_allows_nobody()
    {
        _integration.Add("a", "Word", "", new AccessPolicy { Clauses = [], ReadAt = default });

        Assert.False((await _integration.CheckPermissionsAsync(new("a"), Reader, Token)).IsAllowed);
        Assert.True((await _integration.CheckPermissionsAsync(new("a"), AccessContext.Service, Token)).IsAllowed);
    }

    [Fact]
    public async Task A_failure_lasts_until_the_source_recovers()
    {
        _integration.Add("a", "Word", "", Audience.Everyone);
        _integration.FailWith(new UnavailableException("Down."));
        var failure = await Assert.ThrowsAsync<UnavailableException>(() => _integration.GetContentAsync(new("a"), Reader, Token));
        IntegrationHealth health = await _integration.CheckHealthAsync(Token);

        _integration.Recover();

        Assert.Equal(("memory", "get_content", "a"), (failure.Integration.ToString(), failure.Operation, failure.ItemId));
        Assert.Equal((HealthState.Unhealthy, "Down."), (health.Status, health.Description));
        Assert.Equal("Word", (await _integration.GetContentAsync(new("a"), Reader, Token)).Metadata.Title);
    }

    [Fact]
    public async Task A_slow_source_answers_when_its_clock_says_so()
    {
        _integration.Delay(TimeSpan.FromSeconds(3));

        Task<IntegrationHealth> call = _integration.CheckHealthAsync(Token);
        _time.Advance(TimeSpan.FromSeconds(2));
        Assert.False(call.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(TimeSpan.FromSeconds(3), (await call.WaitAsync(TimeSpan.FromSeconds(5), Token)).ResponseTime);
    }

    [Fact]
    public async Task Every_call_is_recorded_in_order()
    {
        _integration.Add("a", "Word", "", Audience.Everyone);
        SearchQuery query = new("word");

        await _integration.SearchAsync(query, Reader, Token);
        await _integration.GetMetadataAsync(new("a"), Reader, Token);
        await _integration.RefreshCredentialsAsync(Token);

        Assert.Equal(
            [new("search", Reader, null, query), new("get_metadata", Reader, new ContentId("a"), null), new("refresh_credentials", null, null, null)],
            _integration.Calls);
    }

    [Fact]
    public async Task An_item_is_replaced_removed_and_always_of_this_source()
    {
        KnowledgeContent old = _integration.Add("a", "Old", "", Audience.Everyone);
        _integration.Add(old with { Metadata = old.Metadata with { Title = "New", Source = new("elsewhere") } }, Audience.Everyone);
        ContentMetadata read = await _integration.GetMetadataAsync(new("a"), Reader, Token);

        Assert.Equal(("New", _integration.Name), (read.Title, read.Source));
        Assert.True(_integration.Remove(new("a")));
        Assert.False(_integration.Remove(new("a")));
        await Assert.ThrowsAsync<NotFoundException>(() => _integration.GetMetadataAsync(new("a"), Reader, Token));
    }
}
