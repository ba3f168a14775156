using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Access;
using Navo.Integrations.Core.Tests.Pipeline;

namespace Navo.Integrations.Core.Tests.Access;

public sealed class InnerReadsTests : IDisposable
{
    private static readonly AccessPolicy Policy = new() { Clauses = [], ReadAt = DateTimeOffset.UnixEpoch };

    private readonly PipelineHarness _harness = new();
    private readonly InnerReads _reads;
    private int _asked;

    public InnerReadsTests() => _reads = new InnerReads(_harness.Pipeline);

    public void Dispose() => _harness.Dispose();

    [Fact]
    public async Task What_an_integration_reads_for_itself_is_kept_and_leaves_no_record()
    {
        Assert.Equal("98", await SpaceAsync("space", "ENG"));
        Assert.Equal("98", await SpaceAsync("space", "ENG"));
        await PolicyAsync("7");

        Assert.Equal(2, _asked);
        Assert.Empty(_harness.Audit.Records);
    }

    [Fact]
    public async Task What_differs_in_kind_or_key_is_read_by_itself()
    {
        await SpaceAsync("space", "ENG");
        await SpaceAsync("space", "HR");
        await SpaceAsync("site", "ENG");
        await PermissionAsync("space", "ENG");
        Assert.Equal(4, _asked);
    }

    [Fact]
    public async Task What_a_permission_rests_on_is_kept_as_shortly_as_a_decision()
    {
        await SpaceAsync("space", "ENG");
        await PermissionAsync("groups", "ann");
        await PolicyAsync("7");
        _harness.Time.Advance(_harness.Options.Cache.Permission.Lifetime);

        await SpaceAsync("space", "ENG");
        Assert.Equal(3, _asked);
        await PermissionAsync("groups", "ann");
        await PolicyAsync("7");
        Assert.Equal(5, _asked);
    }

    [Fact]
    public async Task A_policy_is_forgotten_together_with_the_decisions_about_its_item()
    {
        await PolicyAsync("7");
        await PolicyAsync("8");
        _harness.Pipeline.ForgetDecisions(new ContentId("7"));

        await PolicyAsync("8");
        Assert.Equal(2, _asked);
        await PolicyAsync("7");
        Assert.Equal(3, _asked);
    }

    [Theory]
    [InlineData("lookup")]
    [InlineData("lookup_access")]
    public async Task A_failure_names_the_read_in_which_it_happened(string operation)
    {
        Task<string> Fail(CancellationToken token) => throw new UnavailableException("down");

        UnavailableException failure = await Assert.ThrowsAsync<UnavailableException>(() => operation == "lookup"
            ? _reads.MetadataAsync("space", "ENG", Fail, PipelineHarness.Token)
            : _reads.PermissionAsync("space", "ENG", Fail, PipelineHarness.Token));

        Assert.Equal((operation, null), (failure.Operation, failure.ItemId));
    }

    [Fact]
    public async Task A_policy_that_cannot_be_read_names_its_item()
    {
        UnavailableException failure = await Assert.ThrowsAsync<UnavailableException>(
            () => _reads.PolicyAsync(new("7"), _ => throw new UnavailableException("down"), PipelineHarness.Token));

        Assert.Equal(("lookup_access", "7"), (failure.Operation, failure.ItemId));
    }

    [Fact]
    public async Task Something_else_under_the_id_of_an_item_is_not_taken_for_its_policy()
    {
        await PolicyAsync("7");
        await _reads.PermissionAsync(string.Empty, "7", _ => AskAsync(Policy), PipelineHarness.Token);
        Assert.Equal(2, _asked);
    }

    private Task<string> SpaceAsync(string what, string key) => _reads.MetadataAsync(what, key, _ => AskAsync("98"), PipelineHarness.Token);

    private Task<string> PermissionAsync(string what, string key) => _reads.PermissionAsync(what, key, _ => AskAsync("98"), PipelineHarness.Token);

    private Task<AccessPolicy> PolicyAsync(string id) => _reads.PolicyAsync(new(id), _ => AskAsync(Policy), PipelineHarness.Token);

    private Task<T> AskAsync<T>(T answer)
    {
        _asked++;
        return Task.FromResult(answer);
    }
}
