using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Time.Testing;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Notifications;

namespace Navo.Integrations.AspNetCore.Tests;

public sealed class NotificationEndpointTests
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    private readonly ScriptedSource _source = new("sharepoint");

    [Fact]
    public async Task Row053_a_notification_is_answered_at_once_and_waits_in_the_queue()
    {
        await using NotificationHost host = await NotificationHost.StartAsync([_source]);

        using HttpResponseMessage answer = await host.Client.PostAsync("navo/sharepoint", Json("{\"value\":[]}"), Token);

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync(Token));
        Assert.Equal(new SourceNotification(_source.Name, NotificationKind.Changed), Assert.Single(host.Queue.Take(_source.Name)));
    }

    [Fact]
    public async Task The_integration_gets_the_bytes_the_headers_and_the_query_as_they_came()
    {
        await using NotificationHost host = await NotificationHost.StartAsync([_source]);
        byte[] body = [.. Enumerable.Range(0, 100_000).Select(i => (byte)i)];
        using HttpRequestMessage request = new(HttpMethod.Post, "navo/sharepoint?validationToken=a%2Bb%20%C3%A9") { Content = new ByteArrayContent(body) };
        request.Headers.Add("X-Hub-Signature", "sha256=00");

        using HttpResponseMessage answer = await host.Client.SendAsync(request, Token);

        NotificationRequest came = Assert.Single(_source.Requests);
        Assert.Equal(body, came.Body.ToArray());
        Assert.Equal("sha256=00", came.Headers["x-hub-signature"]);
        Assert.Equal("a+b é", came.Query["validationToken"]);
    }

    [Fact]
    public async Task T09_a_handshake_is_echoed_as_text_that_no_browser_takes_for_markup()
    {
        _source.OnReceive = static _ => new NotificationVerdict.Handshake("tok&en + é");
        await using NotificationHost host = await NotificationHost.StartAsync([_source]);

        using HttpResponseMessage answer = await host.Client.PostAsync("navo/sharepoint?validationToken=x", null, Token);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/plain", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("tok&en + é", await answer.Content.ReadAsStringAsync(Token));
    }

    [Theory]
    [InlineData(NotificationRefusal.Forged, HttpStatusCode.Unauthorized)]
    [InlineData(NotificationRefusal.Replayed, HttpStatusCode.Conflict)]
    [InlineData(NotificationRefusal.Malformed, HttpStatusCode.BadRequest)]
    [InlineData(NotificationRefusal.NotConfigured, HttpStatusCode.NotFound)]
    public async Task T09_what_is_refused_says_no_more_than_its_status(NotificationRefusal reason, HttpStatusCode status)
    {
        _source.OnReceive = _ => new NotificationVerdict.Refused(reason);
        await using NotificationHost host = await NotificationHost.StartAsync([_source]);

        using HttpResponseMessage answer = await host.Client.PostAsync("navo/sharepoint", Json("{}"), Token);

        Assert.Equal(status, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync(Token));
        Assert.Empty(host.Queue.Take(_source.Name));
    }

    [Theory]
    [InlineData("navo/jira")]
    [InlineData("navo/sharepoint:legal")]
    [InlineData("navo/sharepoint/more")]
    [InlineData("navo")]
    public async Task An_integration_that_is_not_there_is_not_found(string path)
    {
        await using NotificationHost host = await NotificationHost.StartAsync([_source]);

        using HttpResponseMessage answer = await host.Client.PostAsync(path, Json("{}"), Token);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Empty(_source.Requests);
    }

    [Fact]
    public async Task Each_instance_has_an_address_of_its_own()
    {
        ScriptedSource legal = new("sharepoint:legal");
        await using NotificationHost host = await NotificationHost.StartAsync([_source, legal]);

        using HttpResponseMessage answer = await host.Client.PostAsync("navo/SharePoint:Legal", Json("{}"), Token);

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Empty(_source.Requests);
        Assert.Single(legal.Requests);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task T09_a_body_beyond_the_bound_is_refused_unread(bool isChunked)
    {
        await using NotificationHost host = await NotificationHost.StartAsync([_source], configure: static options => options.MaxBodyBytes = 4096);

        foreach ((int length, HttpStatusCode status) in new[] { (4096, HttpStatusCode.Accepted), (4097, HttpStatusCode.RequestEntityTooLarge), (100_000, HttpStatusCode.RequestEntityTooLarge) })
        {
            using HttpRequestMessage request = new(HttpMethod.Post, "navo/sharepoint") { Content = new ByteArrayContent(new byte[length]) };
            request.Headers.TransferEncodingChunked = isChunked;
            using HttpResponseMessage answer = await host.Client.SendAsync(request, Token);
            Assert.Equal(status, answer.StatusCode);
        }

        Assert.Single(_source.Requests);
    }

    [Fact]
    public async Task T09_a_sender_that_drips_is_left()
    {
        FakeTimeProvider time = new();
        await using NotificationHost host = await NotificationHost.StartAsync([_source], time);
        using TcpClient drip = new();
        await drip.ConnectAsync(IPAddress.Loopback, host.Address.Port, Token);
        NetworkStream wire = drip.GetStream();
        await wire.WriteAsync("POST /navo/sharepoint HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nContent-Length: 100\r\n\r\n"u8.ToArray(), Token);
        byte[] buffer = new byte[1000];
        int proceed = await wire.ReadAsync(buffer, Token).AsTask().WaitAsync(TimeSpan.FromSeconds(10), Token);
        Assert.StartsWith("HTTP/1.1 100", Encoding.ASCII.GetString(buffer, 0, proceed), StringComparison.Ordinal); // it is being read
        await wire.WriteAsync("{"u8.ToArray(), Token);

        time.Advance(TimeSpan.FromSeconds(5));

        int length = await wire.ReadAsync(buffer, Token).AsTask().WaitAsync(TimeSpan.FromSeconds(10), Token);
        Assert.StartsWith("HTTP/1.1 408", Encoding.ASCII.GetString(buffer, 0, length), StringComparison.Ordinal);
        Assert.Empty(_source.Requests);
    }

    [Fact]
    public async Task T09_too_many_requests_are_refused_before_they_are_read()
    {
        await using NotificationHost host = await NotificationHost.StartAsync([_source], configure: static options => options.RequestsPerMinute = 5);
        for (int i = 0; i < 5; i++)
        {
            using HttpResponseMessage taken = await host.Client.PostAsync("navo/sharepoint", Json("{}"), Token);
            Assert.Equal(HttpStatusCode.Accepted, taken.StatusCode);
        }

        using HttpResponseMessage answer = await host.Client.PostAsync("navo/sharepoint", Json("{}"), Token);

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(30), answer.Headers.RetryAfter!.Delta);
        Assert.Equal(5, _source.Requests.Count);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task Only_posts_are_taken(string method)
    {
        await using NotificationHost host = await NotificationHost.StartAsync([_source]);
        using HttpRequestMessage request = new(new(method), "navo/sharepoint");

        using HttpResponseMessage answer = await host.Client.SendAsync(request, Token);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
    }

    [Fact]
    public void Bounds_out_of_range_are_refused_at_start()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        using WebApplication bare = builder.Build();

        Assert.Throws<ConfigurationException>(() => bare.MapNavoNotifications());
        ConfigurationException refused = Assert.Throws<ConfigurationException>(() => bare.MapNavoNotifications(configure: static options => options.MaxBodyBytes = 0));
        Assert.Contains("MaxBodyBytes", refused.Message, StringComparison.Ordinal);
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");
}
