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

    /// <summary>A stream that does not tell its length and gives little at a time.</summary>
    private sealed class Unannounced(byte[] body) : MemoryStream(body)
    {
        public override bool CanSeek => false;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(buffer.Length, 777)], cancellationToken);
    }
}
