using System.Net;
using System.Net.Sockets;
using System.Text;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Tests.Http;

public sealed class TransportTests
{
    [Fact]
    public async Task F07_a_reset_before_the_headers_is_tried_again()
    {
        await using var server = new RawServer(async (number, socket, token) =>
        {
            await RawServer.ReadRequestAsync(socket, token);
            if (number == 1)
            {
                RawServer.Reset(socket);
                return;
            }

            await socket.SendAsync("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}"u8.ToArray(), token);
        });
        using HttpHarness harness = ForOrigin(server.Address);

        using HttpResponseMessage response = await harness.DriveAsync(harness.GetAsync());

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(2, server.Connections);
    }

    [Fact]
    public async Task F07_a_refused_connection_is_tried_again_and_then_unavailable()
    {
        using HttpHarness harness = ForOrigin(UnusedAddress());

        UnavailableException error = await harness.FailAsync<UnavailableException>(harness.GetAsync());

        Assert.True(error.IsTransient);
        Assert.Equal([1, 2, 3], harness.RetryDelays().Select(d => d.Attempt));
        Assert.NotNull(error.Remedy);
    }

    [Fact]
    public async Task F07_a_name_that_does_not_resolve_is_unavailable_and_says_so()
    {
        using var harness = new HttpHarness((_, _, _) => throw new HttpRequestException(HttpRequestError.NameResolutionError, "Name or service not known", new SocketException((int)SocketError.HostNotFound)));

        UnavailableException error = await harness.FailAsync<UnavailableException>(harness.GetAsync());

        Assert.Contains("can't be resolved", error.Message, StringComparison.Ordinal);
        Assert.Equal(4, harness.Server.Count);
    }

    [Fact]
    public async Task F07_a_refused_certificate_is_not_tried_again()
    {
        using var harness = new HttpHarness((_, _, _) => throw new HttpRequestException(
            HttpRequestError.SecureConnectionError, "The SSL connection could not be established.", new System.Security.Authentication.AuthenticationException("RemoteCertificateNameMismatch")));

        UnavailableException error = await Assert.ThrowsAsync<UnavailableException>(() => harness.GetAsync());

        Assert.Equal((1, false), (harness.Server.Count, error.IsTransient));
        Assert.Contains("certificate", error.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task F07_a_server_that_speaks_no_tls_is_not_tried_again()
    {
        await using var server = new RawServer(async (_, socket, token) =>
        {
            await socket.ReceiveAsync(new byte[4096], token);
            await socket.SendAsync("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n"u8.ToArray(), token);
        });
        using HttpHarness harness = ForOrigin(Secure(server.Address));

        UnavailableException error = await harness.FailAsync<UnavailableException>(harness.GetAsync());

        Assert.Equal((1, false), (server.Connections, error.IsTransient));
        Assert.Contains("certificate", error.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task F07_a_reset_during_the_handshake_is_tried_again()
    {
        await using var server = new RawServer(async (_, socket, token) =>
        {
            await socket.ReceiveAsync(new byte[4096], token);
            RawServer.Reset(socket);
        });
        using HttpHarness harness = ForOrigin(Secure(server.Address));

        UnavailableException error = await harness.FailAsync<UnavailableException>(harness.GetAsync());

        Assert.Equal((4, true), (server.Connections, error.IsTransient));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task F08_a_body_that_is_cut_is_tried_again(bool reset)
    {
        await using RawServer server = CutOnFirst(times: 1, reset);
        using HttpHarness harness = ForOrigin(server.Address);

        using HttpResponseMessage response = await harness.DriveAsync(harness.GetAsync());

        Assert.Equal("{\"whole\":1}", await response.Content.ReadAsStringAsync(HttpHarness.Token));
        Assert.Equal(2, server.Connections);
    }

    [Fact]
    public async Task F08_a_body_that_is_always_cut_is_unavailable_and_no_half_answer()
    {
        await using RawServer server = CutOnFirst(times: int.MaxValue, reset: false);
        using HttpHarness harness = ForOrigin(server.Address);

        await harness.FailAsync<UnavailableException>(harness.GetAsync());

        Assert.Equal(4, server.Connections);
    }

    [Fact]
    public async Task F08_a_post_whose_answer_is_cut_is_not_repeated()
    {
        await using RawServer server = CutOnFirst(times: int.MaxValue, reset: false);
        using HttpHarness harness = ForOrigin(server.Address);

        await harness.FailAsync<UnavailableException>(harness.PostAsync());

        Assert.Equal(1, server.Connections);
    }

    [Fact]
    public async Task F12_a_body_that_stalls_is_timed_out_and_tried_again()
    {
        var stalled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = new RawServer(async (number, socket, token) =>
        {
            if (number > 1)
            {
                await RawServer.WriteJsonAsync(socket, "{\"whole\":1}", token);
                return;
            }

            await RawServer.WriteAsync(socket, "200 OK\r\nContent-Type: application/json\r\nContent-Length: 11", "{\"wh"u8.ToArray(), token);
            stalled.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, token);
        });
        using HttpHarness harness = ForOrigin(server.Address);
        Task<HttpResponseMessage> call = harness.GetAsync();
        await stalled.Task.WaitAsync(HttpHarness.Patience, HttpHarness.Token);
        harness.Clock.Advance(harness.Options.AttemptTimeout);

        using HttpResponseMessage response = await harness.DriveAsync(call);

        Assert.Equal("{\"whole\":1}", await response.Content.ReadAsStringAsync(HttpHarness.Token));
        Assert.Equal(2, server.Connections);
    }

    private static RawServer CutOnFirst(int times, bool reset) => new(async (number, socket, token) =>
    {
        if (number > times)
        {
            await RawServer.WriteJsonAsync(socket, "{\"whole\":1}", token);
            return;
        }

        await RawServer.WriteAsync(socket, "200 OK\r\nContent-Type: application/json\r\nContent-Length: 11", Encoding.ASCII.GetBytes("{\"wh"), token);
        if (reset)
        {
            RawServer.Reset(socket);
        }
    });

    private static Uri Secure(Uri address) => new UriBuilder(address) { Scheme = Uri.UriSchemeHttps }.Uri;

    private static HttpHarness ForOrigin(Uri origin) => new(configure: setup => setup.Origin = origin);

    private static Uri UnusedAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");
    }
}
