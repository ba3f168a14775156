using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Access;
using Navo.Integrations.Core.Pipeline;
using Navo.Integrations.Core.Tests.Pipeline;

namespace Navo.Integrations.Core.Tests.Access;

/// <summary>What a reader says and what is told of a reader's call holds behind the gate too, where the service reads for the reader.</summary>
public sealed class BehindGateTests : IDisposable
{
    private static readonly ContentId Item = new("7");
    private static readonly IntegrationOperation GetProfile = new("get_profile");

    private readonly PipelineHarness _harness = new();
    private readonly GatedReads _reads;
    private bool _isDown;

    public BehindGateTests() => _reads = new(_harness.Pipeline, new ReaderGate(
        _harness.Pipeline, static (id, _, reader, _) => Task.FromResult(Samples.Decision(PermissionOutcome.Allow, reader) with { Item = id })));

    public static TheoryData<bool> Readers => [true, false];

    [Theory]
    [MemberData(nameof(Readers))]
    public async Task Who_takes_no_older_answer_gets_the_failure_of_a_read_and_of_a_search(bool isUser)
    {
        AccessContext reader = isUser ? Samples.Ann : AccessContext.Service;
        await ReadAsync(reader);
        await SearchAsync(reader);
        _isDown = true;
        _harness.Time.Advance(TimeSpan.FromMinutes(30));

        await Assert.ThrowsAsync<UnavailableException>(() => ReadAsync(reader with { AllowStale = false }));
        await Assert.ThrowsAsync<UnavailableException>(() => SearchAsync(reader with { AllowStale = false }));
        Assert.True((await ReadAsync(reader)).Origin.IsStale);
        Assert.True((await SearchAsync(reader)).Origin.IsStale);
    }

    [Fact]
    public async Task Row084_the_record_of_a_readers_call_says_that_the_answer_was_kept_and_that_it_is_old()
    {
        await ReadAsync(Samples.Ann);
        await ReadAsync(Samples.Ann);
        _isDown = true;
        _harness.Time.Advance(TimeSpan.FromMinutes(30));
        await ReadAsync(Samples.Ann);

        Assert.Equal([(false, false), (true, false), (true, true)], _harness.Audit.Records.Select(static record => (record.FromCache, record.IsStale)));
    }

    [Fact]
    public async Task Row084_the_record_names_the_item_whose_content_was_handed_out_whatever_form_it_has()
    {
        await _reads.ReadAsync(GetProfile, Samples.Ann, new GatedRead<string>(Item, static _ => Task.FromResult("a picture")), PipelineHarness.Token);

        Assert.Equal(["7"], Assert.Single(_harness.Audit.Records).DisclosedItems);
    }

    public void Dispose() => _harness.Dispose();

    private Task<KnowledgeContent> ReadAsync(AccessContext reader) => _reads.ReadAsync(
        Samples.GetContent, reader, new GatedRead<KnowledgeContent>(Item, _ => _isDown ? throw new UnavailableException("down") : Task.FromResult(Samples.Content())), PipelineHarness.Token);

    private Task<SearchPage> SearchAsync(AccessContext reader) => _reads.SearchAsync(
        Samples.Search, reader, GatedSearch.Of((_, _) => _isDown ? throw new UnavailableException("down") : Task.FromResult(Samples.Page("7") with { Continuation = null }), null, null, "words"), PipelineHarness.Token);
}
