using System.Net.Http.Headers;
using Navo.Integrations.Core.Http;

namespace Navo.Integrations.Core.Tests.Http;

public sealed class PooledContentTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(16_384)]
    [InlineData(100_000)]
    public async Task A_body_comes_back_whole_with_its_headers_whether_its_length_was_announced_or_not(int length)
    {
        byte[] body = [.. Enumerable.Range(0, length).Select(i => (byte)i)];
        foreach (HttpContent wire in new HttpContent[] { new ByteArrayContent(body), new StreamContent(new Unannounced(body)) })
        {
            wire.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            using PooledContent? content = await PooledContent.ReadAsync(wire, 100_000, Token);

            Assert.NotNull(content);
            Assert.Equal("application/json", content.Headers.ContentType?.MediaType);
            Assert.Equal(body, await content.ReadAsByteArrayAsync(Token));
        }
    }

    [Fact]
    public async Task F20_A_body_over_the_bound_is_refused_whether_its_length_was_announced_or_not()
    {
        byte[] body = new byte[1001];

        Assert.Null(await PooledContent.ReadAsync(new ByteArrayContent(body), 1000, Token));
        Assert.Null(await PooledContent.ReadAsync(new StreamContent(new Unannounced(body)), 1000, Token));
    }

    [Fact]
    public async Task A_stream_does_not_outlive_the_memory_that_it_reads()
    {
        PooledContent content = (await PooledContent.ReadAsync(new ByteArrayContent([1, 2, 3]), 1000, Token))!;
        Stream stream = await content.ReadAsStreamAsync(Token);
        content.Dispose();
        content.Dispose();

        Assert.Throws<ObjectDisposedException>(() => stream.ReadByte());
    }

    [Fact]
    public async Task Disposing_of_the_stream_gives_the_memory_back()
    {
        PooledContent content = (await PooledContent.ReadAsync(new ByteArrayContent([1, 2, 3]), 1000, Token))!;
        (await content.ReadAsStreamAsync(Token)).Dispose();

        Assert.Throws<ObjectDisposedException>(() => content.From(0).Length);
    }

    [Fact]
    public async Task The_stream_is_read_forward_only_in_pieces_and_shows_what_is_left()
    {
        using PooledContent content = (await PooledContent.ReadAsync(new ByteArrayContent([1, 2, 3]), 1000, Token))!;
        await using Stream stream = await content.ReadAsStreamAsync(Token);
        Assert.Equal((true, false, false), (stream.CanRead, stream.CanSeek, stream.CanWrite));
        byte[] into = new byte[4];
        Assert.Equal((2, 1), (stream.Read(into, 1, 2), into[1]));
        Assert.True(BufferedBody.TryGetBytes(stream, out ReadOnlySpan<byte> rest));
        Assert.Equal([3], rest.ToArray());
        Assert.Equal(1, await stream.ReadAsync(into, 0, 4, Token));
        Assert.Equal(0, await stream.ReadAsync(into, Token));
        stream.Flush();
        Assert.Throws<NotSupportedException>(() => stream.Length);
        Assert.Throws<NotSupportedException>(() => stream.Position);
        Assert.Throws<NotSupportedException>(() => stream.Position = 0);
        Assert.Throws<NotSupportedException>(() => stream.Seek(0, SeekOrigin.Begin));
        Assert.Throws<NotSupportedException>(() => stream.SetLength(0));
        Assert.Throws<NotSupportedException>(() => stream.Write([1], 0, 1));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stream.ReadAsync(into, new CancellationToken(canceled: true)).AsTask());
    }

    [Fact]
    public async Task What_is_not_in_memory_is_read_as_any_content()
    {
        using ByteArrayContent wire = new([1]);
        using MemoryStream stream = new([1]);
        Assert.False(BufferedBody.TryGetBytes(wire, out ReadOnlySpan<byte> ofContent));
        Assert.False(BufferedBody.TryGetBytes(stream, out ReadOnlySpan<byte> ofStream));
        Assert.Equal((0, 0), (ofContent.Length, ofStream.Length));
        using PooledContent content = (await PooledContent.ReadAsync(new ByteArrayContent([1, 2]), 1000, Token))!;
        Assert.True(BufferedBody.TryGetBytes(content, out ReadOnlySpan<byte> bytes));
        Assert.Equal([1, 2], bytes.ToArray());
        Assert.Equal(2, content.Headers.ContentLength);
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(2)]
    public async Task The_body_on_the_wire_is_let_go_whether_it_was_taken_or_not(long most)
    {
        Tracked wire = new();
        using PooledContent? content = await PooledContent.ReadAsync(wire, most, Token);
        Assert.Equal((most == 2, true), (content is null, wire.IsDisposed));
    }

    [Fact]
    public async Task A_body_that_is_as_large_as_allowed_is_taken()
    {
        using PooledContent? announced = await PooledContent.ReadAsync(new ByteArrayContent(new byte[1000]), 1000, Token);
        using PooledContent? unannounced = await PooledContent.ReadAsync(new StreamContent(new Unannounced(new byte[1000])), 20_000, Token);
        Assert.NotNull(announced);
        Assert.NotNull(unannounced);
    }

    [Fact]
    public async Task Disposal_gives_the_memory_back_to_the_pool()
    {
        Task<PooledContent?> reading = PooledContent.ReadAsync(new ByteArrayContent(new byte[1000]), 1000, Token);
        Assert.True(reading.IsCompletedSuccessfully); // what is in memory is read at once, on this thread
        PooledContent content = (await reading)!;
        ref byte first = ref System.Runtime.InteropServices.MemoryMarshal.GetReference(content.From(0));
        content.Dispose();
        byte[] next = System.Buffers.ArrayPool<byte>.Shared.Rent(1001);
        Assert.True(System.Runtime.CompilerServices.Unsafe.AreSame(ref first, ref next[0]));
        System.Buffers.ArrayPool<byte>.Shared.Return(next);
    }

    /// <summary>A stream that does not tell its length and gives little at a time.</summary>
    private sealed class Unannounced(byte[] body) : MemoryStream(body)
    {
        public override bool CanSeek => false;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(buffer.Length, 777)], cancellationToken);
    }

    private sealed class Tracked() : ByteArrayContent([1, 2, 3])
    {
        public bool IsDisposed { get; private set; }

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            base.Dispose(disposing);
        }
    }
}
