using System.Net;
using Microsoft.Extensions.Time.Testing;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Http.Downloads;

namespace Navo.Integrations.Core.Tests.Http.Downloads;

/// <summary>The bytes of one transfer: how many there may be, how long they may stay away, and what their failures are called.</summary>
public sealed class DownloadStreamTests
{
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(30);

    private readonly FakeTimeProvider _time = new();
    private readonly List<(long Position, CancellationToken Token)> _resumes = [];
    private Func<DownloadPart?> _next = () => null;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_read_forward_only_and_tells_how_far_it_was_read()
    {
        await using DownloadStream stream = Over(new MemoryStream([1, 2, 3]));
        Assert.Equal((true, false, false), (stream.CanRead, stream.CanSeek, stream.CanWrite));
        Assert.Equal(2, await stream.ReadAsync(new byte[2], 0, 2, Token));
        Assert.Equal(2, stream.Position);
        Assert.Equal(1, await stream.ReadAsync(new byte[2], Token));
        Assert.Equal((3, 0), (stream.Position, await stream.ReadAsync(new byte[2], Token)));
        stream.Flush();
        Assert.Throws<NotSupportedException>(() => stream.Length);
        Assert.Throws<NotSupportedException>(() => stream.Position = 0);
        Assert.Throws<NotSupportedException>(() => stream.Seek(0, SeekOrigin.Begin));
        Assert.Throws<NotSupportedException>(() => stream.SetLength(0));
        Assert.Throws<NotSupportedException>(() => stream.Write([1], 0, 1));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task F20_As_many_bytes_as_allowed_are_read_and_not_one_more(bool isAsynchronous)
    {
        await using DownloadStream whole = Over(new MemoryStream(new byte[4]), Limits with { MaxBytes = 4 });
        Assert.Equal(4, await ReadAllAsync(whole, isAsynchronous));
        await using DownloadStream large = Over(new MemoryStream(new byte[5]), Limits with { MaxBytes = 4 });
        ProtocolException failure = await Assert.ThrowsAsync<ProtocolException>(() => ReadAllAsync(large, isAsynchronous));
        Assert.Equal("The file is larger than 4 bytes.", failure.Message);
        Assert.Equal("Raise the option Files:Max if files may be so large.", failure.Remedy);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task F08_The_declared_length_is_held_both_ways(bool isAsynchronous)
    {
        await using DownloadStream whole = Over(new MemoryStream(new byte[4]), Limits with { Size = 4 });
        Assert.Equal(4, await ReadAllAsync(whole, isAsynchronous));
        await using DownloadStream more = Over(new MemoryStream(new byte[5]), Limits with { Size = 4 });
        ProtocolException given = await Assert.ThrowsAsync<ProtocolException>(() => ReadAllAsync(more, isAsynchronous));
        Assert.Equal("The source gives more bytes of the file than it declared.", given.Message);
        await using DownloadStream less = Over(new MemoryStream(new byte[3]), Limits with { Size = 4 });
        UnavailableException ended = await Assert.ThrowsAsync<UnavailableException>(() => ReadAllAsync(less, isAsynchronous));
        Assert.Equal("The transfer of the file ended after 3 of 4 bytes.", ended.Message);
    }

    [Fact]
    public async Task To_read_into_nothing_is_no_end()
    {
        await using DownloadStream stream = Over(new MemoryStream(new byte[3]), Limits with { Size = 4 });
        Assert.Equal(0, await stream.ReadAsync(Memory<byte>.Empty, Token));
        Assert.Equal(0, stream.Read([], 0, 0));
        Assert.Empty(_resumes);
    }

    [Fact]
    public async Task F12_Bytes_that_stop_arriving_are_a_timeout_counted_from_the_last_ones()
    {
        SlowStream wire = new();
        await using DownloadStream stream = Over(wire);
        for (int i = 0; i < 3; i++)
        {
            Task<int> read = stream.ReadAsync(new byte[1], 0, 1, Token);
            _time.Advance(Idle - TimeSpan.FromTicks(1));
            Assert.False(read.IsCompleted);
            wire.Give(1);
            Assert.Equal(1, await read.WaitAsync(HttpHarness.Patience, Token));
            _time.Advance(2 * Idle); // between two reads no time counts: the reader may be slow
        }

        Task<int> last = stream.ReadAsync(new byte[1], 0, 1, Token);
        _time.Advance(Idle);
        IntegrationTimeoutException failure = await Assert.ThrowsAsync<IntegrationTimeoutException>(() => last.WaitAsync(HttpHarness.Patience, Token));
        Assert.Equal("The bytes of the file stopped arriving.", failure.Message);
    }

    [Fact]
    public async Task F12_Bytes_that_stop_arriving_are_a_timeout_for_a_thread_that_waits_too()
    {
        SlowStream wire = new();
        await using DownloadStream stream = Over(wire);
        Task<int> read = Task.Run(() => stream.Read(new byte[1], 0, 1), Token);
        await wire.Asked.WaitAsync(HttpHarness.Patience, Token);
        _time.Advance(Idle);
        await Assert.ThrowsAsync<IntegrationTimeoutException>(() => read.WaitAsync(HttpHarness.Patience, Token));
    }

    [Fact]
    public async Task F27_A_caller_who_leaves_gets_his_own_cancellation_and_may_come_back()
    {
        SlowStream wire = new();
        await using DownloadStream stream = Over(wire);
        using CancellationTokenSource caller = new();
        Task<int> left = stream.ReadAsync(new byte[1], 0, 1, caller.Token);
        await caller.CancelAsync();
        OperationCanceledException failure = await Assert.ThrowsAsync<OperationCanceledException>(() => left.WaitAsync(HttpHarness.Patience, Token));
        Assert.Equal(caller.Token, failure.CancellationToken);

        Task<int> again = stream.ReadAsync(new byte[1], 0, 1, Token);
        wire.Give(1);
        Assert.Equal(1, await again.WaitAsync(HttpHarness.Patience, Token));
    }

    public static TheoryData<Exception, Type, string> Failures => new()
    {
        { new IOException("x"), typeof(UnavailableException), "The transfer of the file broke off." },
        { new HttpRequestException("x"), typeof(UnavailableException), "The transfer of the file broke off." },
        { new InvalidDataException("x"), typeof(ProtocolException), "The compression of the file's bytes is damaged." },
        { new InvalidOperationException("x"), typeof(ProtocolException), "The compression of the file's bytes is damaged." },
        { new ObjectDisposedException("x"), typeof(ObjectDisposedException), new ObjectDisposedException("x").Message },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task F08_F09_What_the_wire_fails_with_is_named(Exception thrown, Type type, string message)
    {
        await using DownloadStream stream = Over(new FailingStream(thrown));
        Exception later = (await Record.ExceptionAsync(() => stream.ReadAsync(new byte[1], 0, 1, Token)))!;
        Exception now = Record.Exception(() => { _ = stream.Read(new byte[1], 0, 1); })!;
        Assert.All([later, now], failure =>
        {
            Assert.IsType(type, failure);
            Assert.Equal(message, failure.Message);
            Assert.Equal(type == typeof(UnavailableException), failure.InnerException is not null);
        });
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task F08_Where_it_is_taken_up_the_broken_answer_is_let_go(bool isAsynchronous)
    {
        TrackedStream broken = new(new byte[2]), rest = new(new byte[2]);
        _next = () => Part(rest);
        await using DownloadStream stream = Over(broken, Limits with { Size = 4, MaxResumes = 1 });
        Assert.Equal(4, await ReadAllAsync(stream, isAsynchronous));
        Assert.Equal([(2L, isAsynchronous ? Token : CancellationToken.None)], _resumes);
        Assert.Equal((true, false), (broken.IsDisposed, rest.IsDisposed));
    }

    [Theory]
    [InlineData(0, "\"v1\"", 0)]
    [InlineData(3, "W/\"v1\"", 0)]
    [InlineData(3, null, 0)]
    [InlineData(3, "\"v1\"", 1)] // the source goes on with nothing that fits
    public async Task F08_Where_it_can_not_be_taken_up_the_failure_that_broke_it_is_told(int most, string? tag, int asked)
    {
        TrackedStream broken = new(new byte[2]);
        await using DownloadStream stream = Over(broken, Limits with { Size = 4, MaxResumes = most }, tag);
        UnavailableException failure = await Assert.ThrowsAsync<UnavailableException>(() => ReadAllAsync(stream, isAsynchronous: true));
        Assert.Equal("The transfer of the file ended after 2 of 4 bytes.", failure.Message);
        Assert.Equal(asked, _resumes.Count);
        Assert.False(broken.IsDisposed);
    }

    [Fact]
    public void Its_end_lets_the_answer_go()
    {
        TrackedStream wire = new([1]);
        Over(wire).Dispose();
        Assert.True(wire.IsDisposed);
    }

    private static DownloadRequest Limits => new() { Path = "/file", What = "file", MaxBytes = 1000, MaxBytesOption = "Files:Max", Idle = Idle };

    private static DownloadPart Part(Stream bytes, string? tag = "\"v1\"")
    {
        HttpResponseMessage response = new(HttpStatusCode.OK);
        response.Headers.ETag = tag is null ? null : System.Net.Http.Headers.EntityTagHeaderValue.Parse(tag);
        return new(response, bytes);
    }

    private DownloadStream Over(Stream bytes, DownloadRequest? limits = null, string? tag = "\"v1\"") => new(
        Part(bytes, tag),
        limits ?? Limits,
        (_, position, token) =>
        {
            _resumes.Add((position, token));
            return Task.FromResult(_next());
        },
        _time);

    private static async Task<int> ReadAllAsync(Stream stream, bool isAsynchronous)
    {
        int all = 0;
        byte[] buffer = new byte[16];
        while (true)
        {
            int read = isAsynchronous ? await stream.ReadAsync(buffer, Token) : stream.Read(buffer, 0, buffer.Length);
            if (read == 0)
            {
                return all;
            }

            all += read;
        }
    }

    private sealed class FailingStream(Exception failure) : MemoryStream
    {
        public override int Read(byte[] buffer, int offset, int count) => throw failure;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw failure;
    }

    private sealed class TrackedStream(byte[] bytes) : MemoryStream(bytes)
    {
        public bool IsDisposed { get; private set; }

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            base.Dispose(disposing);
        }
    }

    /// <summary>Gives bytes when the test says so.</summary>
    private sealed class SlowStream : MemoryStream
    {
        private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private TaskCompletionSource<int> _next = New();

        /// <summary>Ends with the first read.</summary>
        public Task Asked => _asked.Task;

        public void Give(int count) => _next.SetResult(count);

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            _asked.TrySetResult();
            int count = await _next.Task.WaitAsync(cancellationToken);
            _next = New();
            return count;
        }

        private static TaskCompletionSource<int> New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
