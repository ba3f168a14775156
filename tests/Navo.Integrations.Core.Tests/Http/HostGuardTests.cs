using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Http;
using static Navo.Integrations.Core.Tests.Http.Answers;

namespace Navo.Integrations.Core.Tests.Http;

public sealed class HostGuardTests
{
    /// <summary>Addresses as they could stand in a redirect, a next link or a download link, or be put together from input.</summary>
    public static TheoryData<string> Hostile =>
    [
        "https://evil.example.net/", "https://evil.example.net/wiki.example.com/", "https://evil.example.net?wiki.example.com", "https://evil.example.net#wiki.example.com",
        "//evil.example.net/pages/1", "///evil.example.net/pages/1", "\\\\evil.example.net\\pages", "/\\evil.example.net/pages", "//evil.example.net:443/", "//evil.example.net\\@wiki.example.com/",
        "http://wiki.example.com/", "http://wiki.example.com:443/", "https://wiki.example.com:8443/", "https://wiki.example.com:80/", "https://wiki.example.com:444/pages",
        "https://wiki.example.com.evil.example.net/", "https://wiki.example.com.", "https://evilwiki.example.com/", "https://a.wiki.example.com/", "https://example.com/", "https://com/",
        "https://wiki.example.com@evil.example.net/", "https://wiki.example.com:x@evil.example.net/", "https://evil.example.net@wiki.example.com/", "https://ann:secret@wiki.example.com/", "https://@evil.example.net/", "https://:@wiki.example.com@evil.example.net/",
        "https://wiki.example.com%2eevil.example.net/", "https://wiki.example.com%00.evil.example.net/", "https://wiki.example.com%2f@evil.example.net/", "https://wiki.example.com\\@evil.example.net/", "https://wiki.example.com\t.evil.example.net/",
        "https://wiki.ex\u0430mple.com/", "https://wik\u0456.example.com/", "https://xn--wik-jma.example.com/", "https://wiki.example.com\u3002evil.example.net/", "https://wiki\u2024example.com/", "https://wiki.example.co\uff4d.evil.example.net/",
        "https://127.0.0.1/", "https://2130706433/", "https://0x7f000001/", "https://0177.0.0.1/", "https://127.1/", "https://[::1]/", "https://[::ffff:127.0.0.1]/", "https://169.254.169.254/latest/meta-data/", "https://localhost/", "https://0/",
        "http://127.0.0.1/", "http://localhost/", "http://[::1]:80/", "http://169.254.169.254/",
        "ftp://wiki.example.com/", "file:///etc/passwd", "file://wiki.example.com/etc/passwd", "gopher://wiki.example.com/", "ws://wiki.example.com/", "wss://wiki.example.com/", "data:text/plain,x", "javascript:alert(1)", "mailto:ann@wiki.example.com", "urn:wiki.example.com",
    ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task T05_F19_no_request_and_so_no_credential_goes_to_a_hostile_address(string address)
    {
        using var harness = new HttpHarness(InOrder(() => Json()));
        if (!Uri.TryCreate(harness.BaseAddress, address, out Uri? uri))
        {
            return; // it can't even be written as an address
        }

        Exception? refusal = await Record.ExceptionAsync(() => harness.Client.GetAsync(uri, HttpHarness.Token).WaitAsync(HttpHarness.Patience, HttpHarness.Token));

        Assert.All(harness.Server.Requests, request => Assert.Equal("https://wiki.example.com", request.Address!.GetLeftPart(UriPartial.Authority)));
        Assert.True(refusal is ProtocolException || harness.Server.Count == 1, $"It ended with {refusal}.");
        Assert.All(harness.Logs.GetSnapshot(), record => Assert.DoesNotContain("evil", record.Message, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task T05_nearly_all_of_the_hostile_addresses_can_be_written_and_are_refused()
    {
        using var harness = new HttpHarness(InOrder(() => Json()));
        int refused = 0;
        foreach (string address in Hostile.Select(row => row.Data))
        {
            if (Uri.TryCreate(harness.BaseAddress, address, out Uri? uri) && await Record.ExceptionAsync(() => harness.GetAsync(uri.OriginalString)) is ProtocolException)
            {
                refused++;
            }
        }

        Assert.True(refused >= 40, $"Only {refused} were put to the guard.");
        Assert.All(harness.Server.Requests, request => Assert.Equal("wiki.example.com", request.Address!.Host));
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task T05_F19_a_redirect_to_a_hostile_address_is_not_followed(string address)
    {
        using var harness = new HttpHarness(InOrder(() => Redirect(address)));

        IntegrationException error = await Assert.ThrowsAnyAsync<IntegrationException>(() => harness.GetAsync());

        Assert.True(error is ProtocolException or AuthenticationException);
        Assert.Equal("https://wiki.example.com/pages/1", Assert.Single(harness.Server.Requests).Address!.AbsoluteUri);
    }

    [Theory]
    [InlineData("https://wiki.example.com/pages?cursor=abc")]
    [InlineData("HTTPS://WIKI.EXAMPLE.COM/pages")]
    [InlineData("https://wiki.example.com:443/pages")]
    [InlineData("/pages?next=https://evil.example.net")]
    [InlineData("//wiki.example.com/pages")]
    public async Task T05_an_address_of_the_configured_origin_is_sent_with_the_credential(string address)
    {
        using var harness = new HttpHarness(InOrder(() => Json()));

        using HttpResponseMessage response = await harness.Client.GetAsync(new Uri(harness.BaseAddress, address), HttpHarness.Token);

        Assert.Equal("Bearer token-1", Assert.Single(harness.Server.Requests).Authorization);
    }

    [Fact]
    public async Task T15_plain_http_is_refused_even_if_it_is_configured_unless_it_is_loopback()
    {
        using var remote = new HttpHarness(InOrder(() => Json()), setup => setup.Origin = new Uri("http://wiki.example.com/"));
        using var loopback = new HttpHarness(InOrder(() => Json()), setup => setup.Origin = new Uri("http://127.0.0.1:8090/"));

        await Assert.ThrowsAsync<ProtocolException>(() => remote.GetAsync());
        using HttpResponseMessage response = await loopback.GetAsync();

        Assert.Equal((0, 1), (remote.Server.Count, loopback.Server.Count));
    }

    [Fact]
    public async Task T05_F19_the_answer_of_another_host_is_refused_though_a_foreign_handler_followed_the_redirect()
    {
        string seen = "";
        await using var evil = new RawServer(async (_, socket, token) =>
        {
            seen = await RawServer.ReadRequestAsync(socket, token);
            await socket.SendAsync("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}"u8.ToArray(), token);
        });
        await using var server = new RawServer((_, socket, token) => RawServer.WriteAsync(socket, $"302 Found\r\nLocation: {evil.Address}\r\nContent-Length: 0", [], token));
        using var harness = new HttpHarness(configure: setup => (setup.Origin, setup.Socket) = (server.Address, new SocketsHttpHandler { AllowAutoRedirect = true }));

        await Assert.ThrowsAsync<ProtocolException>(() => harness.GetAsync());

        Assert.StartsWith("GET / HTTP/1.1", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("token-", seen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task T05_a_refused_request_keeps_no_credential_of_its_own_either_and_asks_for_none()
    {
        using var harness = new HttpHarness(InOrder(() => Json()));
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://evil.example.net/");
        request.Headers.Authorization = new("Bearer", "mine");

        ProtocolException error = await Assert.ThrowsAsync<ProtocolException>(() => harness.Client.SendAsync(request, HttpHarness.Token));

        Assert.Equal("A request to another host than the configured one was refused.", error.Message);
        Assert.Equal("Check the configured address; links in answers are followed on the configured host only.", error.Remedy);
        Assert.Null(request.Headers.Authorization);
        Assert.Equal(0, harness.Credentials.Reads);
        Assert.DoesNotContain("evil", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1/", true)]
    [InlineData("http://127.9.9.9/", true)]
    [InlineData("http://[::1]/", true)]
    [InlineData("http://localhost/", true)]
    [InlineData("http://LOCALHOST/", true)]
    [InlineData("http://10.0.0.1/", false)]
    [InlineData("http://wiki.localhost/", false)]
    [InlineData("http://wiki.example.com/", false)]
    public void T15_Loopback_is_what_is_written_so(string address, bool isLoopback) => Assert.Equal(isLoopback, HostGuard.IsLoopback(new(address)));
}
