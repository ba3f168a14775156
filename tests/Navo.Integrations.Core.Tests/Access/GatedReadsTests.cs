using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Access;
using Navo.Integrations.Core.Tests.Pipeline;

namespace Navo.Integrations.Core.Tests.Access;

public sealed class GatedReadsTests : IDisposable
{
    private readonly GateWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task What_the_service_read_once_is_shared_by_all_who_may_see_it()
    {
        await _world.ReadAsync(Samples.Ann);
        await _world.ReadAsync(Samples.Bob);
        await _world.ReadAsync(AccessContext.Service);

        Assert.Equal((1, 2), (_world.Asked, _world.Checks));
        Assert.Same(_world.Gate, _world.Reads.Gate);
    }

    [Fact]
    public async Task A_read_leaves_one_record_which_names_the_reader_and_the_decision()
    {
        await _world.ReadAsync(Samples.Ann);

        AuditRecord record = Assert.Single(_world.Harness.Audit.Records);
        Assert.Equal(("get_content", Samples.Ann.Key, "7", AuditOutcome.Success, PermissionOutcome.Allow), (record.Operation, record.Reader, record.ItemId, record.Outcome, record.Decision));
        Assert.Equal(["7"], record.DisclosedItems);
    }

    [Fact]
    public async Task The_services_second_read_comes_from_the_cache_and_its_record_says_so()
    {
        await _world.ReadAsync(AccessContext.Service);
        await _world.ReadAsync(AccessContext.Service);

        Assert.Equal([false, true], _world.Harness.Audit.Records.Select(record => record.FromCache));
        Assert.Equal((1, 0), (_world.Asked, _world.Checks));
    }

    [Theory]
    [InlineData(PermissionOutcome.Deny, typeof(NotFoundException))]
    [InlineData(PermissionOutcome.Unknown, typeof(PermissionException))]
    public async Task Whoever_does_not_pass_the_gate_costs_the_source_no_read_and_leaves_a_refusal(PermissionOutcome right, Type refusal)
    {
        _world.Rights["7"] = right;

        await Assert.ThrowsAsync(refusal, () => _world.ReadAsync(Samples.Ann));

        AuditRecord record = Assert.Single(_world.Harness.Audit.Records);
        Assert.Equal((AuditOutcome.Denied, right), (record.Outcome, record.Decision));
        Assert.Equal(0, _world.Asked);
    }

    [Fact]
    public async Task A_revoked_right_counts_as_soon_as_the_decision_ends_although_the_item_is_still_kept()
    {
        await _world.ReadAsync(Samples.Ann);
        _world.Rights["7"] = PermissionOutcome.Deny;
        await _world.ReadAsync(Samples.Ann);
        _world.Harness.Time.Advance(_world.Harness.Options.Cache.Permission.Lifetime);

        await Assert.ThrowsAsync<NotFoundException>(() => _world.ReadAsync(Samples.Ann));
        Assert.Equal(1, _world.Asked);
    }

    [Fact]
    public async Task A_reader_cannot_tell_what_is_absent_from_what_is_hidden_but_the_service_can()
    {
        GatedRead<KnowledgeContent> gone = new(new("7"), _ => throw new NotFoundException("Page 7 was purged by bob.") { StatusCode = 410 });
        _world.Rights["8"] = PermissionOutcome.Deny;

        NotFoundException absent = await Assert.ThrowsAsync<NotFoundException>(() => _world.ReadAsync(Samples.Ann, gone));
        NotFoundException hidden = await Assert.ThrowsAsync<NotFoundException>(() => _world.ReadAsync(Samples.Ann, "8"));
        NotFoundException own = await Assert.ThrowsAsync<NotFoundException>(() => _world.ReadAsync(AccessContext.Service, gone));

        Assert.Equal("'7' is absent or not visible.", absent.Message);
        Assert.Equal("'8' is absent or not visible.", hidden.Message);
        Assert.Equal((hidden.StatusCode, hidden.Operation, "7"), (absent.StatusCode, absent.Operation, absent.ItemId));
        Assert.Equal(("Page 7 was purged by bob.", 410), (own.Message, own.StatusCode));
    }

    [Fact]
    public async Task Variants_of_an_item_are_kept_apart()
    {
        await _world.ReadAsync(Samples.Ann, variant: "markdown");
        await _world.ReadAsync(Samples.Ann, variant: "cells");
        await _world.ReadAsync(Samples.Bob, variant: "cells");

        Assert.Equal(2, _world.Asked);
    }

    [Fact]
    public async Task A_result_past_its_lifetime_is_renewed_for_whoever_asks_next()
    {
        List<string> told = [];
        GatedRead<KnowledgeContent> read = new(new("7"), _ => Tell("read")) { Renew = (_, _) => Tell("renewed") };

        await _world.ReadAsync(Samples.Ann, read);
        _world.Harness.Time.Advance(_world.Harness.Options.Cache.Content.Lifetime);
        await _world.ReadAsync(Samples.Bob, read);
        _world.Harness.Time.Advance(_world.Harness.Options.Cache.Content.Lifetime);
        await _world.ReadAsync(AccessContext.Service, read);

        Assert.Equal(["read", "renewed", "renewed"], told);

        Task<KnowledgeContent> Tell(string what)
        {
            told.Add(what);
            return Task.FromResult(Samples.Content());
        }
    }

    [Fact]
    public async Task An_empty_id_is_refused_before_anybody_is_asked()
    {
        GatedRead<KnowledgeContent> nothing = new(default, _ => _world.AnswerAsync(Samples.Content()));

        InvalidQueryException refusal = await Assert.ThrowsAsync<InvalidQueryException>(() => _world.ReadAsync(AccessContext.Service, nothing));

        Assert.Equal("A content id is needed; this one is empty.", refusal.Message);
        Assert.Equal((0, 0), (_world.Asked, _world.Checks));
        Assert.Empty(_world.Harness.Audit.Records);
    }
}
