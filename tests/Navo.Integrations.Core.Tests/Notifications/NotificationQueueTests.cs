using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Notifications;

namespace Navo.Integrations.Core.Tests.Notifications;

public sealed class NotificationQueueTests
{
    private static readonly IntegrationName Source = new("model");

    private readonly NotificationQueue _queue = new();

    [Fact]
    public void What_says_the_same_waits_once()
    {
        for (int i = 0; i < 50_000; i++)
        {
            _queue.Add(Source, [Changed("a")]);
        }

        Assert.Equal([Changed("a")], _queue.Take(Source));
        Assert.Empty(_queue.Take(Source));
    }

    [Fact]
    public void T09_beyond_its_bound_it_is_one_errand_for_all_of_the_source()
    {
        IntegrationName other = new("other");
        _queue.Add(other, [new(other, NotificationKind.Changed) { Partition = "x" }]);
        _queue.Add(Source, [.. Enumerable.Range(0, NotificationQueue.Capacity).Select(i => Changed($"{i}"))]);
        _queue.Add(Source, [Changed("0")]); // what waits already needs no room
        Assert.Equal(NotificationQueue.Capacity, _queue.Take(Source).Count);

        _queue.Add(Source, [.. Enumerable.Range(0, NotificationQueue.Capacity).Select(i => Changed($"{i}"))]);
        _queue.Add(Source, [new(Source, NotificationKind.SubscriptionRemoved) { Partition = "a", Subscription = "s" }]);

        Assert.Equal(new HashSet<SourceNotification> { new(Source, NotificationKind.Changed), new(Source, NotificationKind.Missed) }, _queue.Take(Source).ToHashSet());
        Assert.Equal("x", Assert.Single(_queue.Take(other)).Partition);
    }

    [Fact]
    public async Task A_reader_wakes_when_something_comes_and_not_for_nothing()
    {
        Task waiting = _queue.WaitAsync(Source, TestContext.Current.CancellationToken);
        _queue.Add(Source, []);
        Assert.False(waiting.IsCompleted);

        _queue.Add(Source, [Changed("a")]);
        await waiting.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        Assert.True(_queue.WaitAsync(Source, TestContext.Current.CancellationToken).IsCompleted); // it waits still
    }

    [Fact]
    public async Task A_reader_that_gave_up_is_no_reader()
    {
        using CancellationTokenSource gaveUp = new();
        Task waiting = _queue.WaitAsync(Source, gaveUp.Token);
        await gaveUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);

        Task again = _queue.WaitAsync(Source, TestContext.Current.CancellationToken);
        _queue.Add(Source, [Changed("a")]);
        await again.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
    }

    [Fact]
    public void A_notification_of_another_source_is_refused() =>
        Assert.Throws<InvalidQueryException>(() => _queue.Add(Source, [new(new("other"), NotificationKind.Changed)]));

    private static SourceNotification Changed(string partition) => new(Source, NotificationKind.Changed) { Partition = partition };
}
