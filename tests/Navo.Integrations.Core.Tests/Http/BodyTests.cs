using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Http;

namespace Navo.Integrations.Core.Tests.Http;

[Collection(nameof(MeasuredAlone))]
public sealed class BodyTests
{
    private const string Whole = "{\"whole\":1}";

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task A_compressed_body_is_read(string encoding)
    {
        await using RawServer server = Answer(encoding, Compress(encoding, Encoding.ASCII.GetBytes(Whole)));
        using HttpHarness harness = ForOrigin(server.Address);

        using HttpResponseMessage response = await harness.GetAsync();

        Assert.Equal(Whole, await response.Content.ReadAsStringAsync(HttpHarness.Token));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task F11_a_bomb_is_stopped_at_the_limit(string encoding)
    {
        await using RawServer server = Answer(encoding, Compress(encoding, new byte[64 << 20]));
        using HttpHarness harness = ForOrigin(server.Address);
        long before = GC.GetTotalAllocatedBytes(precise: true);

        ProtocolException error = await Assert.ThrowsAsync<ProtocolException>(() => harness.GetAsync());

        Assert.True(GC.GetTotalAllocatedBytes(precise: true) - before < 16 << 20);
        Assert.Contains("1048576 bytes", error.Message, StringComparison.Ordinal);
        Assert.Contains("MaxResponseBytes", error.Remedy, StringComparison.Ordinal);
        Assert.Equal(1, server.Connections);
    }

    [Theory]
    [InlineData("Content-Length: 9999999999")]
    [InlineData("Content-Type: application/json")]
    public async Task F11_an_endless_body_is_stopped_at_the_limit(string header)
    {
        await using var server = new RawServer(async (_, socket, token) =>
        {
            await RawServer.WriteAsync(socket, $"200 OK\r\n{header}", [], token);
            byte[] chunk = new byte[64 << 10];
            while (true)
            {
                await socket.SendAsync(chunk, SocketFlags.None, token);
            }
        });
        using HttpHarness harness = ForOrigin(server.Address);

        await Assert.ThrowsAsync<ProtocolException>(() => harness.GetAsync().WaitAsync(HttpHarness.Patience, HttpHarness.Token));

        Assert.Equal(1, server.Connections);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task F09_damaged_compression_is_tried_again_and_then_a_protocol_error(string encoding)
    {
        await using RawServer server = Answer(encoding, [0x78, 0x9C, .. Enumerable.Repeat((byte)0xFF, 400)]);
        using HttpHarness harness = ForOrigin(server.Address);

        ProtocolException error = await harness.FailAsync<ProtocolException>(harness.GetAsync());

        Assert.Contains("compression", error.Message, StringComparison.Ordinal);
        Assert.Equal(4, server.Connections);
    }

    [Fact]
    public async Task F08_a_compressed_body_that_is_cut_is_tried_again_and_then_unavailable()
    {
        byte[] body = Compress("gzip", Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(0, 5000))));
        await using var server = new RawServer((_, socket, token) =>
            RawServer.WriteAsync(socket, $"200 OK\r\nContent-Encoding: gzip\r\nContent-Length: {body.Length}", body[..(body.Length / 2)], token));
        using HttpHarness harness = ForOrigin(server.Address);

        await harness.FailAsync<UnavailableException>(harness.GetAsync());

        Assert.Equal(4, server.Connections);
    }

    [Fact]
    public async Task F09_an_answer_that_is_no_http_is_a_protocol_error()
    {
        await using var server = new RawServer(async (_, socket, token) =>
        {
            await RawServer.ReadRequestAsync(socket, token);
            await socket.SendAsync("SSH-2.0-OpenSSH_9.2\r\n"u8.ToArray(), token);
        });
        using HttpHarness harness = ForOrigin(server.Address);

        await harness.FailAsync<ProtocolException>(harness.GetAsync());
    }

    [Fact]
    public async Task F35_a_download_that_streams_is_neither_buffered_nor_bounded_but_carries_the_credential()
    {
        var rest = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = new RawServer(async (_, socket, token) =>
        {
            await RawServer.WriteAsync(socket, "200 OK\r\nContent-Type: application/octet-stream\r\nContent-Length: 2097153", new byte[1], token);
            await rest.Task.WaitAsync(token);
            await socket.SendAsync(new byte[2 << 20], SocketFlags.None, token);
        });
        using HttpHarness harness = ForOrigin(server.Address);

        using HttpResponseMessage response = await harness.Client.SendAsync(Download("file"), HttpCompletionOption.ResponseHeadersRead, HttpHarness.Token).WaitAsync(HttpHarness.Patience, HttpHarness.Token);
        rest.SetResult();

        Assert.Equal((2 << 20) + 1, (await response.Content.ReadAsByteArrayAsync(HttpHarness.Token)).Length);
        Assert.Equal("Bearer token-1", response.RequestMessage!.Headers.Authorization!.ToString());
    }

    [Fact]
    public async Task T05_a_download_that_streams_is_guarded_like_any_other_request()
    {
        using var harness = new HttpHarness(Answers.InOrder(() => Answers.Json()));

        await Assert.ThrowsAsync<ProtocolException>(() => harness.Client.SendAsync(Download("https://evil.example.net/file"), HttpHarness.Token));

        Assert.Empty(harness.Server.Requests);
    }

    [Fact]
    public async Task An_error_answer_to_a_download_is_bounded_and_translated()
    {
        using var harness = new HttpHarness(Answers.InOrder(() => Answers.Json("""{"message":"Gone fishing."}""", HttpStatusCode.NotFound)));

        NotFoundException error = await Assert.ThrowsAsync<NotFoundException>(() => harness.Client.SendAsync(Download("file"), HttpCompletionOption.ResponseHeadersRead, HttpHarness.Token));

        Assert.Contains("Gone fishing.", error.Message, StringComparison.Ordinal);
    }

    private static HttpRequestMessage Download(string address)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.RelativeOrAbsolute));
        request.Options.Set(IntegrationRequestOptions.Stream, true);
        return request;
    }

    private static RawServer Answer(string encoding, byte[] body) =>
        new((_, socket, token) => RawServer.WriteAsync(socket, $"200 OK\r\nContent-Type: application/json\r\nContent-Encoding: {encoding}\r\nContent-Length: {body.Length}", body, token));

    private static byte[] Compress(string encoding, byte[] data)
    {
        using var packed = new MemoryStream();
        using (Stream stream = encoding switch
        {
            "gzip" => new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true),
            "br" => new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true),
            _ => new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true),
        })
        {
            stream.Write(data);
        }

        return packed.ToArray();
    }

    private static HttpHarness ForOrigin(Uri origin) => new(configure: setup => (setup.Origin, setup.Options.MaxResponseBytes) = (origin, 1 << 20));
}
