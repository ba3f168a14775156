using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Access;
using Navo.Integrations.Core.Tests.Pipeline;

namespace Navo.Integrations.Core.Tests.Access;

public sealed class GatedSearchTests : IDisposable
{
    private readonly GateWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Pages_follow_each_other_to_the_last(bool isUser)
    {
        AccessContext reader = isUser ? Samples.Ann : AccessContext.Service;
        List<string> seen = [];
        string? continuation = null;
        do
        {
            SearchPage page = await _world.SearchAsync(reader, continuation);
            seen.AddRange(page.Hits.Select(hit => hit.Id.Value));
            continuation = page.Continuation;
        }
        while (continuation is not null);

        Assert.Equal(["1a", "1b", "2a", "2b", "3a", "3b"], seen);
    }

    [Fact]
    public async Task One_search_at_the_source_serves_all_readers_and_each_sees_what_is_allowed()
    {
        SearchPage all = await _world.SearchAsync(AccessContext.Service);
        _world.Rights["1b"] = PermissionOutcome.Deny;
        SearchPage anns = await _world.SearchAsync(Samples.Ann);
        SearchPage bobs = await _world.SearchAsync(Samples.Bob);

        Assert.Equal(["1a", "1b"], all.Hits.Select(hit => hit.Id.Value));
        Assert.All([anns, bobs], page => Assert.Equal("1a", Assert.Single(page.Hits).Id.Value));
        Assert.All([anns, bobs], page => Assert.Equal([new Omission(OmissionReason.NotPermitted, 1)], page.Omitted));
        Assert.Equal((1, 4), (_world.Asked, _world.Checks));
    }

    [Fact]
    public async Task Second_pages_are_shared_too_although_each_reader_has_a_continuation_of_their_own()
    {
        string? anns = (await _world.SearchAsync(Samples.Ann)).Continuation, bobs = (await _world.SearchAsync(Samples.Bob)).Continuation;
        await _world.SearchAsync(Samples.Ann, anns);
        await _world.SearchAsync(Samples.Bob, bobs);

        Assert.NotEqual(anns, bobs);
        Assert.Equal(2, _world.Asked);
    }

    [Fact]
    public async Task A_continuation_counts_for_nobody_else_and_for_no_other_words()
    {
        string? anns = (await _world.SearchAsync(Samples.Ann)).Continuation;

        await Assert.ThrowsAsync<InvalidQueryException>(() => _world.SearchAsync(Samples.Bob, anns));
        await Assert.ThrowsAsync<InvalidQueryException>(() => _world.SearchAsync(AccessContext.Service, anns));
        await Assert.ThrowsAsync<InvalidQueryException>(() => _world.SearchAsync(Samples.Ann, anns, "other words"));
        Assert.Equal(1, _world.Asked);
    }

    [Fact]
    public async Task A_search_leaves_one_record_which_names_the_reader_and_what_was_shown()
    {
        _world.Rights["1a"] = PermissionOutcome.Deny;
        await _world.SearchAsync(Samples.Ann);

        AuditRecord record = Assert.Single(_world.Harness.Audit.Records);
        Assert.Equal(("search", Samples.Ann.Key, AuditOutcome.Success), (record.Operation, record.Reader, record.Outcome));
        Assert.Equal(["1b"], record.DisclosedItems);
    }

    [Fact]
    public async Task The_services_second_search_comes_from_the_cache_and_its_record_says_so()
    {
        await _world.SearchAsync(AccessContext.Service);
        SearchPage again = await _world.SearchAsync(AccessContext.Service);

        Assert.Equal(ResultOriginKind.Cache, again.Origin.Kind);
        Assert.Equal([false, true], _world.Harness.Audit.Records.Select(record => record.FromCache));
    }

    [Fact]
    public async Task A_right_that_is_revoked_between_two_pages_counts_on_the_next()
    {
        string? next = (await _world.SearchAsync(Samples.Ann)).Continuation;
        _world.Rights["2a"] = _world.Rights["2b"] = PermissionOutcome.Deny;

        SearchPage second = await _world.SearchAsync(Samples.Ann, next);

        Assert.Empty(second.Hits);
        Assert.NotNull(second.Continuation);
    }

    [Fact]
    public async Task A_failure_of_the_source_reaches_the_reader_as_it_is()
    {
        GatedSearch failing = GatedSearch.Of((_, _) => throw new UnavailableException("down"), "words", null, "words");

        UnavailableException failure = await Assert.ThrowsAsync<UnavailableException>(
            () => _world.Reads.SearchAsync(IntegrationOperations.Search, Samples.Ann, failing, PipelineHarness.Token));
        Assert.Equal(("down", "search"), (failure.Message, failure.Operation));
    }
}
