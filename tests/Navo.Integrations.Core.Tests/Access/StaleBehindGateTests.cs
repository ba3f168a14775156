using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Access;
using Navo.Integrations.Core.Tests.Pipeline;

namespace Navo.Integrations.Core.Tests.Access;

public sealed class StaleBehindGateTests : IDisposable
{
    private static readonly UnavailableException Down = new("down");

    private readonly GateWorld _world = new();

    public static TheoryData<string> Readers => new(Samples.Ann.Key, AccessContext.Service.Key);

    public void Dispose() => _world.Dispose();

    [Theory]
    [MemberData(nameof(Readers))]
    public async Task Who_takes_no_older_text_gets_the_failure_and_everybody_else_the_text(string key)
    {
        AccessContext reader = ReaderOf(key);
        GatedRead<KnowledgeContent> down = new(new("7"), _ => throw Down);
        await _world.ReadAsync(reader);
        _world.Harness.Time.Advance(_world.Harness.Options.Cache.Content.Lifetime);

        Assert.Same(Down, await Record.ExceptionAsync(() => _world.ReadAsync(reader with { AllowStale = false }, down)));
        Assert.True((await _world.ReadAsync(reader, down)).Origin.IsStale);
    }

    [Theory]
    [MemberData(nameof(Readers))]
    public async Task Who_takes_no_older_page_gets_the_failure_and_everybody_else_the_page(string key)
    {
        AccessContext reader = ReaderOf(key);
        await FindAsync(reader, _ => Task.FromResult(Samples.Page("7")));
        _world.Harness.Time.Advance(_world.Harness.Options.Cache.Response.Lifetime);

        Assert.Same(Down, await Record.ExceptionAsync(() => FindAsync(reader with { AllowStale = false }, _ => throw Down)));
        Assert.True((await FindAsync(reader, _ => throw Down)).Origin.IsStale);
    }

    [Theory]
    [MemberData(nameof(Readers))]
    public async Task Who_takes_no_older_answer_still_shares_what_is_within_its_lifetime(string key)
    {
        AccessContext reader = ReaderOf(key), strict = reader with { AllowStale = false };
        string? next = (await _world.SearchAsync(reader)).Continuation;
        await _world.SearchAsync(reader, next);
        await _world.ReadAsync(reader);
        Assert.Equal(3, _world.Asked);

        Assert.Equal(next, (await _world.SearchAsync(strict)).Continuation);
        Assert.Equal(["2a", "2b"], (await _world.SearchAsync(strict, next)).Hits.Select(hit => hit.Id.Value));
        await _world.ReadAsync(strict);
        Assert.Equal(3, _world.Asked);
    }

    private static AccessContext ReaderOf(string key) => key == Samples.Ann.Key ? Samples.Ann : AccessContext.Service;

    private Task<SearchPage> FindAsync(AccessContext reader, Func<string?, Task<SearchPage>> find) => _world.Reads.SearchAsync(
        IntegrationOperations.Search, reader, GatedSearch.Of((position, _) => find(position), "words", null, "words"), PipelineHarness.Token);
}
