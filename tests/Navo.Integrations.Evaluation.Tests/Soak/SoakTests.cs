using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Tests;

namespace Navo.Integrations.Evaluation.Tests.Soak;

/// <summary>
/// Virtual time in which eight readers ask all three integrations for everything they have, while the sources fail in all ways at random: six minutes in a build, an hour by <c>make soak</c>.
/// <c>NAVO_SOAK_SEED</c> replays one, <c>NAVO_SOAK_MINUTES</c> makes it longer.
/// </summary>
public sealed class SoakTests(ITestOutputHelper output)
{
    private const int CallsAtOnce = 40;

    /// <summary>The longest that a call may take: that of an answer, which searches, reads and generates.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Turn = TimeSpan.FromMinutes(1);

    private readonly FakeTimeProvider _time = new(new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Hours_of_failing_sources_lose_leak_and_hang_nothing()
    {
        int seed = Setting("NAVO_SOAK_SEED", 20261129), minutes = Setting("NAVO_SOAK_MINUTES", 6);
        output.WriteLine($"NAVO_SOAK_SEED={seed} NAVO_SOAK_MINUTES={minutes}");
        using SecretWatch watch = new();
        await using Company company = await Company.StartAsync(new() { Time = _time, Register = services => services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(watch)) }, Token);
        watch.Guard(company.Confluence.ApiToken, company.Graph.ClientSecret, company.OpenAi.ApiKey);
        SoakCalls calls = new(company);
        await FinishAsync(calls.SearchEverythingAsync(Token));
        Random random = new(seed);
        Weather weather = new(company, seed);
        List<long> memory = [];
        for (DateTimeOffset end = _time.GetUtcNow().AddMinutes(minutes); _time.GetUtcNow() < end;)
        {
            weather.Change();
            await TurnAsync(company, calls, watch, random);
            memory.Add(GC.GetTotalMemory(forceFullCollection: true));
        }

        weather.Clear();
        _time.Advance(TimeSpan.FromHours(2)); // past breakers, pauses and every lifetime
        await FinishAsync(calls.SearchEverythingAsync(Token));
        long grown = memory[^1] - memory[memory.Count / 2]; // by then everything that is kept has been kept once
        output.WriteLine($"{string.Join(", ", calls.Outcomes.OrderByDescending(static pair => pair.Value).Select(static pair => $"{pair.Value} {pair.Key}"))}; {watch.Lines} lines of log, {grown / 1024.0 / 1024:N1} MiB more than at half time ({string.Join(' ', memory.Where(static (_, turn) => turn % 10 == 0).Select(static bytes => bytes >> 20))})");
        Assert.True(calls.Broken.IsEmpty, $"seed {seed}:\n{string.Join('\n', calls.Broken.Take(20))}");
        Assert.True(watch.Betrayals.Count == 0, $"seed {seed}: {string.Join('\n', watch.Betrayals)}");
        Assert.True(grown < 32L << 20, $"seed {seed}: {grown} bytes more than at half time.");
        Assert.True(calls.Outcomes.GetValueOrDefault("done") > calls.Outcomes.Values.Sum() / 3, "Too much failed for the hour to say anything.");
    }

    /// <summary>Calls side by side, some of which their callers give up; the clock goes on until all have ended.</summary>
    private async Task TurnAsync(Company company, SoakCalls calls, SecretWatch watch, Random random)
    {
        DateTimeOffset next = _time.GetUtcNow() + Turn;
        Task[] running = [.. Enumerable.Range(0, CallsAtOnce).Select(_ => RunAsync(calls, watch, calls.Draw(random), random.Next(12) == 0 ? TimeSpan.FromSeconds(random.Next(1, 20)) : null))];
        await FinishAsync(Task.WhenAll(running));
        company.Confluence.ClearRequests();
        company.Graph.ClearRequests();
        company.OpenAi.ClearRequests();
        _time.Advance(next > _time.GetUtcNow() ? next - _time.GetUtcNow() : TimeSpan.Zero);
    }

    private async Task RunAsync(SoakCalls calls, SecretWatch watch, (string Name, Func<CancellationToken, Task> Run) call, TimeSpan? patience)
    {
        DateTimeOffset began = _time.GetUtcNow();
        using CancellationTokenSource leave = new(patience ?? Timeout.InfiniteTimeSpan, _time);
        string outcome = "done";
        try
        {
            await call.Run(leave.Token);
        }
        catch (IntegrationException failure)
        {
            outcome = failure.GetType().Name;
            if (failure is InvalidQueryException or ConfigurationException)
            {
                calls.Broken.Enqueue($"{call.Name}: {failure}"); // the question was good
            }

            watch.Look(failure.ToString());
        }
        catch (OperationCanceledException) when (leave.IsCancellationRequested)
        {
            outcome = "left";
        }
        catch (Exception failure)
        {
            calls.Broken.Enqueue($"{call.Name}: {failure}");
        }

        calls.Outcomes.AddOrUpdate(outcome, 1, static (_, count) => count + 1);
        if (_time.GetUtcNow() - began > Longest)
        {
            calls.Broken.Enqueue($"{call.Name}: took {_time.GetUtcNow() - began}");
        }
    }

    /// <summary>Lets time pass until something is over: a little at a time, so that what is under way at the sockets keeps up.</summary>
    private async Task FinishAsync(Task work)
    {
        await DrivenClock.FinishAsync(_time, work, TimeSpan.FromMilliseconds(250), pause: 10, patience: TimeSpan.FromMinutes(2));
        await work;
    }

    private static int Setting(string name, int usual) => int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out int set) ? set : usual;
}
