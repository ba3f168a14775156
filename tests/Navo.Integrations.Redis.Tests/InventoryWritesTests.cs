using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Sync;
using Navo.Integrations.Redis.Internal;

namespace Navo.Integrations.Redis.Tests;

/// <summary>Writes on their way, by a wire on which each of them is answered by hand.</summary>
public sealed class InventoryWritesTests
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(30);
    private static readonly InventoryEntry Old = new("p", 1, 1, 1, 1), New = Old with { Content = 2 };
    private static readonly ContentId Id = new("a");

    private readonly List<(ContentId Id, InventoryEntry? Entry, TaskCompletionSource Answer)> _sent = [];
    private readonly InventoryWrites _writes;

    public InventoryWritesTests() => _writes = new(Send);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Called before something gets on the wire.</summary>
    private Action? OnSend { get; set; }

    [Fact]
    public async Task What_is_sent_again_never_comes_after_what_was_written_since()
    {
        await AddFailedAsync();
        Thread? other = null;
        OnSend = () => other = RunBeside(() => Add(New));
        Task flush = _writes.FlushAsync(Token).AsTask();
        Assert.True(other!.Join(Bound));
        Assert.Equal([Old, Old, New], _sent.Select(static write => write.Entry));
        AnswerAll();
        await flush.WaitAsync(Bound, Token);
        await _writes.FlushAsync(Token);
        Assert.False(_writes.TryGet(Id, out _));
        Assert.Equal(3, _sent.Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_another_flush_sends_again_is_waited_for_by_both(bool isOfOne)
    {
        await AddFailedAsync();
        Thread? other = null;
        Task? second = null;
        OnSend = () => other = RunBeside(() => second = _writes.FlushAsync(Token).AsTask());
        Task first = (isOfOne ? _writes.FlushAsync(Id, Token) : _writes.FlushAsync(Token)).AsTask();
        Assert.True(other!.Join(Bound));
        Assert.Equal(2, _sent.Count);
        Assert.False(first.IsCompleted);
        Assert.False(second!.IsCompleted);
        Fail(1);
        await Assert.ThrowsAsync<UnavailableException>(() => first.WaitAsync(Bound, Token));
        await Assert.ThrowsAsync<UnavailableException>(() => second.WaitAsync(Bound, Token));
        Assert.True(_writes.TryGet(Id, out InventoryEntry? kept));
        Assert.Equal(Old, kept);
    }

    [Fact]
    public async Task An_outage_is_waited_for_once_for_all_writes_and_what_got_there_is_not_sent_again()
    {
        foreach (string id in new[] { "a", "b", "c" })
        {
            await _writes.AddAsync(new(id), Old, Token);
        }

        Task flush = _writes.FlushAsync(Token).AsTask();
        Fail(0);
        Fail(1);
        Assert.False(flush.IsCompleted); // the third may yet get there
        Fail(2);
        await Assert.ThrowsAsync<UnavailableException>(() => flush.WaitAsync(Bound, Token));
        Assert.Equal(3, _sent.Count);

        flush = _writes.FlushAsync(Token).AsTask();
        Assert.Equal(6, _sent.Count); // all at once
        _sent[4].Answer.SetResult();
        Fail(3);
        Fail(5);
        await Assert.ThrowsAsync<UnavailableException>(() => flush.WaitAsync(Bound, Token));
        flush = _writes.FlushAsync(Token).AsTask();
        Assert.Equal(_sent.Where((_, i) => i is 3 or 5).Select(static write => write.Id), _sent.Skip(6).Select(static write => write.Id));
        AnswerAll();
        await flush.WaitAsync(Bound, Token);
        await _writes.FlushAsync(Token);
        Assert.Equal(8, _sent.Count);
    }

    private async Task AddFailedAsync()
    {
        await _writes.AddAsync(Id, Old, Token);
        Fail(0);
    }

    private void Add(InventoryEntry entry) => Assert.True(_writes.AddAsync(Id, entry, Token).IsCompletedSuccessfully);

    private void Fail(int sent) => _sent[sent].Answer.SetException(new UnavailableException("away"));

    private void AnswerAll() => _sent.ForEach(static write => write.Answer.TrySetResult());

    private Task Send(ContentId id, InventoryEntry? entry)
    {
        Action? before = OnSend;
        OnSend = null;
        before?.Invoke();
        TaskCompletionSource answer = new();
        lock (_sent)
        {
            _sent.Add((id, entry, answer));
        }

        return answer.Task;
    }

    /// <summary>Lets another run do something, until that is done or waits for us.</summary>
    private static Thread RunBeside(Action act)
    {
        Thread other = new(() => act()) { IsBackground = true };
        other.Start();
        Assert.True(SpinWait.SpinUntil(() => (other.ThreadState & (ThreadState.WaitSleepJoin | ThreadState.Stopped)) != 0, Bound));
        return other;
    }
}
