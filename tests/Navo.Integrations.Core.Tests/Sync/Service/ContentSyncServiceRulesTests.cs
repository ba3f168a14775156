using Navo.Integrations.Core.Sync;

namespace Navo.Integrations.Core.Tests.Sync.Service;

/// <summary>The bounds of a service's options, each at its edge and named with its key.</summary>
public sealed class ContentSyncServiceRulesTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1), Day = TimeSpan.FromDays(1), Tick = TimeSpan.FromTicks(1);

    public static TheoryData<Action<ContentSyncServiceOptions>, string> Broken => new()
    {
        { o => o.ShortestInterval = TimeSpan.FromSeconds(1) - Tick, "ShortestInterval must be one second at least" },
        { o => o.LongestInterval = Minute - Tick, "LongestInterval must be from the shortest interval to a day" },
        { o => o.LongestInterval = Day + Tick, "LongestInterval must be from the shortest interval to a day" },
        { o => o.NotifiedInterval = Minute - Tick, "NotifiedInterval must be from the shortest interval to a day" },
        { o => o.NotifiedInterval = Day + Tick, "NotifiedInterval must be from the shortest interval to a day" },
        { o => o.AccessInterval = Minute - Tick, "AccessInterval must be null or not less than the shortest interval" },
        { o => o.SaveEvery = 0, "SaveEvery must be 1 to 100,000" },
        { o => o.SaveEvery = 100_001, "SaveEvery must be 1 to 100,000" },
        { o => o.MaxConsecutiveFailures = 0, "MaxConsecutiveFailures must be 1 to 1,000" },
        { o => o.MaxConsecutiveFailures = 1001, "MaxConsecutiveFailures must be 1 to 1,000" },
        { o => o.Scope = null!, "Scope and Deletions must not be null" },
        { o => o.Deletions = null!, "Scope and Deletions must not be null" },
    };

    public static TheoryData<Action<ContentSyncServiceOptions>> Sound => new()
    {
        { static _ => { } },
        { static o => o.ShortestInterval = TimeSpan.FromSeconds(1) },
        { static o => (o.LongestInterval, o.NotifiedInterval, o.AccessInterval) = (Minute, Minute, Minute) },
        { static o => (o.LongestInterval, o.NotifiedInterval, o.AccessInterval) = (Day, Day, null) },
        { static o => (o.SaveEvery, o.MaxConsecutiveFailures) = (1, 1) },
        { static o => (o.SaveEvery, o.MaxConsecutiveFailures) = (100_000, 1000) },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void What_is_out_of_bounds_is_named(Action<ContentSyncServiceOptions> configure, string finding) =>
        Assert.Equal([$"Navo:Integrations:Sync:{finding}."], Findings(configure));

    [Theory]
    [MemberData(nameof(Sound))]
    public void What_is_within_bounds_is_taken(Action<ContentSyncServiceOptions> configure) => Assert.Empty(Findings(configure));

    private static IEnumerable<string> Findings(Action<ContentSyncServiceOptions> configure)
    {
        ContentSyncServiceOptions options = new();
        configure(options);
        return new ContentSyncServiceRules().Validate("model", options).Failures ?? [];
    }
}
