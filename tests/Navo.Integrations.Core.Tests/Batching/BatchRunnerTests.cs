using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Batching;

namespace Navo.Integrations.Core.Tests.Batching;

public sealed class BatchRunnerTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_gets_a_result_or_a_failure_in_the_order_asked()
    {
        List<BatchItem<int, string>> items = await ListAsync([3, 1, 2], (key, _) => key == 1 ? throw new NotFoundException("none") : Task.FromResult($"v{key}"));

        Assert.Equal([(3, 0, "v3"), (1, 1, null), (2, 2, "v2")], items.Select(i => (i.Key, i.Index, i.Value)));
        Assert.IsType<NotFoundException>(items[1].Error);
        Assert.Throws<NotFoundException>(() => items[1].Get());
    }

    [Fact]
    public async Task No_more_than_the_bound_are_worked_on_at_once()
    {
        int running = 0, most = 0;
        Lock gate = new();

        await ListAsync([.. Enumerable.Range(0, 40)], async (key, token) =>
        {
            lock (gate)
            {
                most = Math.Max(most, ++running);
            }

            await Task.Yield();
            lock (gate)
            {
                running--;
            }

            return $"v{key}";
        }, new() { MaxParallelism = 3 });

        Assert.InRange(most, 1, 3);
    }

    [Fact]
    public async Task What_is_asked_twice_costs_one_call_and_answers_both()
    {
        int calls = 0;

        List<BatchItem<string, string>> items = await ListAsync(["a", "b", "a", "a"], (key, _) => Task.FromResult($"{key}{Interlocked.Increment(ref calls)}"));

        Assert.Equal(2, calls);
        Assert.Equal(4, items.Count);
        Assert.Single(items.Where(i => i.Key == "a").Select(i => i.Value).Distinct());
    }

    [Fact]
    public async Task As_completed_the_slow_do_not_hold_up_the_quick()
    {
        TaskCompletionSource<string> slow = new();
        List<int> order = [];
        await foreach (BatchItem<int, string> item in BatchRunner.RunAsync([1, 2, 3], (key, _) => key == 1 ? slow.Task : Task.FromResult("v"), new() { AsCompleted = true }, Token))
        {
            order.Add(item.Key);
            if (order.Count == 2)
            {
                slow.SetResult("v");
            }
        }

        Assert.Equal([2, 3, 1], order);
    }

    [Fact]
    public async Task Leaving_early_cancels_what_is_under_way()
    {
        TaskCompletionSource cancelled = new();
        await foreach (BatchItem<int, string> item in BatchRunner.RunAsync([1, 2], async (key, token) =>
        {
            if (key == 2)
            {
                token.Register(cancelled.SetResult);
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
            }

            return "v";
        }, cancellationToken: Token))
        {
            break;
        }

        await cancelled.Task.WaitAsync(TimeSpan.FromSeconds(30), Token);
    }

    [Fact]
    public async Task Cancellation_and_what_is_not_of_the_family_end_the_run()
    {
        using CancellationTokenSource stop = new();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ListAsync([1], (_, token) => Task.FromCanceled<string>(token), token: stop.Token));
        await Assert.ThrowsAsync<InvalidOperationException>(() => ListAsync<int, string>([1], (_, _) => throw new InvalidOperationException()));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(65)]
    public void A_bound_out_of_bounds_is_refused(int parallelism) => Assert.Throws<ConfigurationException>(() => new BatchOptions { MaxParallelism = parallelism });

    private static async Task<List<BatchItem<TKey, T>>> ListAsync<TKey, T>(
        TKey[] keys, Func<TKey, CancellationToken, Task<T>> work, BatchOptions? options = null, CancellationToken? token = null)
        where TKey : notnull
        where T : class
    {
        List<BatchItem<TKey, T>> items = [];
        await foreach (BatchItem<TKey, T> item in BatchRunner.RunAsync(keys, work, options, token ?? Token))
        {
            items.Add(item);
        }

        return items;
    }
}
