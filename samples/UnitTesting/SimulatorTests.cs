using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence;
using Navo.Integrations.Testing.Confluence;
using Navo.Integrations.Testing.Faults;

namespace UnitTesting;

/// <summary>The whole way: a Confluence on loopback with people, rights and faults, on a clock that costs no time.</summary>
public sealed class SimulatorTests : IAsyncLifetime
{
    private const string Restricted = "Salary review notes";

    private readonly FakeTimeProvider _time = new(new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));
    private ConfluenceSimulator _simulator = null!;
    private ServiceProvider _services = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private ReadingList List => new(_services.GetRequiredService<IConfluenceClient>(), _time);

    public async ValueTask InitializeAsync()
    {
        _simulator = await ConfluenceSimulator.StartAsync(new() { TimeProvider = _time }, Token);
        ServiceCollection services = new();
        services.AddSingleton<TimeProvider>(_time);
        services.AddNavoIntegrations().AddConfluence(options =>
        {
            options.BaseUrl = _simulator.BaseUrl;
            options.Deployment = ConfluenceDeployment.Cloud;
            options.Username = _simulator.Username;
            options.ApiToken = _simulator.ApiToken;
        });
        _services = services.BuildServiceProvider();
    }

    [Fact]
    public async Task Two_readers_find_what_each_may_see()
    {
        Assert.Contains(await List.FindAsync("salary review", Reader("ada"), Token), line => line.StartsWith(Restricted, StringComparison.Ordinal));
        Assert.DoesNotContain(await List.FindAsync("salary review", Reader("ben"), Token), line => line.StartsWith(Restricted, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_failure_in_passing_is_tried_again()
    {
        _simulator.Faults.Add("/search", Fault.Status(503), times: 2);

        IReadOnlyList<string> lines = await FinishAsync(List.FindAsync("deployment", Reader("ada"), Token));

        Assert.Equal(2, _simulator.Faults.Struck);
        Assert.DoesNotContain(lines, line => line.Contains("does not answer", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_right_that_is_taken_away_counts_when_the_decision_ends()
    {
        long page = _simulator.Site.Find(Restricted).Id;
        Task<IReadOnlyList<string>> FindAsync() => List.FindAsync("salary review", Reader("ada"), Token);
        Assert.Contains(await FindAsync(), line => line.StartsWith(Restricted, StringComparison.Ordinal));

        _simulator.Site.Restrict(page, new() { UserIds = [_simulator.Account("ben").AccountId] });
        _time.Advance(TimeSpan.FromMinutes(1) + TimeSpan.FromSeconds(1));       // decisions are kept for a minute

        Assert.DoesNotContain(await FindAsync(), line => line.StartsWith(Restricted, StringComparison.Ordinal));
    }

    public async ValueTask DisposeAsync()
    {
        await FinishAsync(_services.DisposeAsync().AsTask().ContinueWith(_ => true, TaskScheduler.Default));
        await _simulator.DisposeAsync();
    }

    private AccessContext Reader(string name) => AccessContext.ForUser(new(PrincipalSchemes.AtlassianAccount, _simulator.Account(name).AccountId));

    /// <summary>Moves the clock while a call waits on it, so that a wait of seconds takes milliseconds.</summary>
    private async Task<T> FinishAsync<T>(Task<T> call)
    {
        for (int i = 0; !call.IsCompleted && i < 3000; i++)
        {
            await Task.WhenAny(call, Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, Token));
            _time.Advance(TimeSpan.FromMilliseconds(200));
        }

        Assert.True(call.IsCompleted, "The call did not end.");
        return await call;
    }
}
