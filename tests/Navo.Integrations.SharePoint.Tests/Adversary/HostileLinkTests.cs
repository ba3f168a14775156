using System.Net.Http.Headers;
using System.Text;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.SharePoint.Tests.Adversary;

/// <summary>Links and redirects that lead elsewhere, in circles, or to what only a machine of ours can reach.</summary>
public sealed class HostileLinkTests
{
    private static readonly string[] Elsewhere =
    [
        "https://evil.example/v1.0/next", "//evil.example/v1.0/next", "http://graph.microsoft.com/v1.0/next", "https://graph.microsoft.com.evil.example/v1.0", "https://graph.microsoft.com@evil.example/", "https://evil.example\\@graph.microsoft.com/",
        "https://user:pass@graph.microsoft.com/v1.0/next", "https://graph.microsoft.com:8443/v1.0/next", "https://169.254.169.254/latest/meta-data", "http://127.0.0.1/", "https://[::1]/", "file:///etc/passwd", "/v1.0/next", "\\\\evil.example\\share",
        "javascript:alert(1)", "gopher://evil.example/", "https://ɡraph.microsoft.com/v1.0", "https://graph.microsoft.com./v1.0/next", "not an address",
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task F19_no_next_link_leads_to_another_host()
    {
        await using HostileSharePoint sharePoint = new();
        foreach (string link in Elsewhere)
        {
            sharePoint.Graph.Clear();
            sharePoint.Graph.On("graph.microsoft.com", request => HostileGraph.Answer(WithNext(DecentTenant.Answer(request.RequestUri!, string.Empty), link)));
            foreach (string list in (string[])["sites", "subsites", "libraries", "lists", "list items", "pages", "library", "versions", "teams", "channels", "channel members"])
            {
                (string name, Func<ISharePointClient, Task> call) = Doors.All(Token).Single(door => door.Name == $"{list} as service");
                Exception? failure = await HostileSharePoint.FailureOfAsync(() => call(sharePoint.Client), $"{name} with {link}");
                Assert.IsType<ProtocolException>(failure);
            }

            Assert.Equal(PermissionOutcome.Unknown, (await sharePoint.Client.CheckPermissionsAsync(DecentTenant.Document, DecentTenant.Reader, Token)).Outcome);
        }

        sharePoint.AssertKept();
        Assert.All(sharePoint.Graph.Requests, request => Assert.Equal("https://graph.microsoft.com", request.Address.GetLeftPart(UriPartial.Authority)));
    }

    [Theory]
    [InlineData("https://graph.microsoft.com/v1.0/a", "https://graph.microsoft.com/v1.0/a")]
    [InlineData("https://graph.microsoft.com/v1.0/a", "https://graph.microsoft.com/v1.0/b")]
    public async Task F18_links_that_lead_back_end_the_walk(string first, string second)
    {
        await using HostileSharePoint sharePoint = new();
        sharePoint.Graph.On("graph.microsoft.com", request => HostileGraph.Answer(WithNext(DecentTenant.Answer(request.RequestUri!, string.Empty), request.RequestUri!.AbsolutePath == "/v1.0/a" ? second : first)));
        await Assert.ThrowsAsync<ProtocolException>(() => Doors.AllAsync(sharePoint.Client.GetTeamsAsync(null, AccessContext.Service, Token)));
        Assert.InRange(sharePoint.Graph.Requests.Count, 2, 4);
    }

    [Fact]
    public async Task F19_no_answer_but_that_of_bytes_is_followed_when_it_redirects()
    {
        await using HostileSharePoint sharePoint = new();
        foreach (string location in (string[])["https://evil.example/", "https://graph.microsoft.com/v1.0/other", "http://169.254.169.254/", "https://login.microsoftonline.com/login", ""])
        {
            sharePoint.Graph.Clear();
            sharePoint.Graph.On("graph.microsoft.com", _ => HostileGraph.Redirect(location));
            sharePoint.Graph.Forget();
            foreach ((string name, Func<ISharePointClient, Task> call) in Doors.All(Token).Where(door => !door.Name.StartsWith("bytes", StringComparison.Ordinal)))
            {
                await HostileSharePoint.FailureOfAsync(() => call(sharePoint.Client), $"{name} to {location}");
            }

            Assert.All(sharePoint.Graph.Requests, request => Assert.NotEqual(location, request.Address.AbsoluteUri));
        }

        sharePoint.AssertKept();
    }

    public static TheoryData<string> Unsafe =>
    [
        "http://contoso.sharepoint.com/x", "https://169.254.169.254/latest", "https://[::ffff:169.254.169.254]/", "https://2852039166/", "https://0xa9fea9fe/", "https://127.0.0.1/", "https://localhost/", "https://a.localhost/", "https://[::1]/",
        "https://10.0.0.1/", "https://192.168.1.1/", "https://[fd00::1]/", "https://[64:ff9b::a9fe:a9fe]/", "https://user:pass@contoso.sharepoint.com/", "file:///etc/passwd", "ftp://contoso.sharepoint.com/", "javascript:alert(1)", "data:text/plain,x",
    ];

    [Theory, MemberData(nameof(Unsafe))]
    public async Task F19_bytes_are_not_fetched_from_an_address_that_is_not_public_or_not_secure(string location)
    {
        await using HostileSharePoint sharePoint = new();
        sharePoint.Graph.On("/content", _ => HostileGraph.Redirect(location));
        foreach ((string name, Func<ISharePointClient, Task> call) in Doors.All(Token).Where(door => door.Name is "bytes as service" or "bytes of version as service" or "text as service"))
        {
            Assert.IsType<ProtocolException>(await HostileSharePoint.FailureOfAsync(() => call(sharePoint.Client), name));
        }

        Assert.All(sharePoint.Graph.Requests, request => Assert.Equal("graph.microsoft.com", request.Address.Host));
    }

    [Theory]
    [InlineData(302)]
    [InlineData(307)]
    public async Task F20_the_host_of_bytes_gets_no_credentials_and_may_not_redirect_again(int status)
    {
        await using HostileSharePoint sharePoint = new();
        sharePoint.Graph.On("contoso.sharepoint.com/download", _ => HostileGraph.Redirect("https://evil.example/", status));
        sharePoint.Graph.On("/content", _ => HostileGraph.Redirect($"https://contoso.sharepoint.com/download?tempauth={DecentTenant.Canary}", status));
        Assert.IsType<ProtocolException>(await HostileSharePoint.FailureOfAsync(() => sharePoint.Client.GetDocumentContentAsync(DecentTenant.Document, AccessContext.Service, Token), "bytes"));
        Assert.Null(Assert.Single(sharePoint.Graph.Requests, request => request.Address.Host == "contoso.sharepoint.com").Authorization);
        sharePoint.AssertKept();
    }

    public static TheoryData<string> Transfers => ["refused", "cut", "gzip", "reset on resume", "timeout on resume"];

    [Theory, MemberData(nameof(Transfers))]
    public async Task F08_bytes_that_break_off_fail_within_the_family(string how)
    {
        await using HostileSharePoint sharePoint = new(options => options.Http.MaxRetryAttempts = how.Contains("resume", StringComparison.Ordinal) ? 1 : 0);
        int asked = 0;
        sharePoint.Graph.On("contoso.sharepoint.com/download", _ => (how, asked++) switch
        {
            ("refused", _) => throw new HttpRequestException(HttpRequestError.ConnectionError, "no"),
            (_, 0) => Cut("Hel"),
            ("timeout on resume", _) => throw new OperationCanceledException("no"),
            _ => throw new HttpRequestException(HttpRequestError.Unknown, "no", new InvalidOperationException("inner")),
        });
        sharePoint.Graph.On("/content", _ => how == "gzip" ? Damaged() : HostileGraph.Redirect("https://contoso.sharepoint.com/download"));
        foreach ((string name, Func<ISharePointClient, Task> call) in Doors.All(Token).Where(door => door.Name is "bytes as service" or "text as service"))
        {
            asked = 0;
            Task<Exception?> failing = HostileSharePoint.FailureOfAsync(() => call(sharePoint.Client), $"{name}: {how}");
            while (!failing.IsCompleted)
            {
                sharePoint.Time.Advance(TimeSpan.FromMilliseconds(100));
                await Task.WhenAny(failing, Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, Token));
            }

            Assert.True(await failing is IntegrationException, $"{name}: {how}");
        }
    }

    private static HttpResponseMessage Cut(string text)
    {
        HttpResponseMessage response = new() { Content = new StreamContent(new BreakingStream(Encoding.UTF8.GetBytes(text), new IOException("cut"))) };
        response.Headers.ETag = new("\"1\"");
        return response;
    }

    private static HttpResponseMessage Damaged() => new() { Content = new StreamContent(new BreakingStream([1, 2], new InvalidDataException("the gzip is damaged"))) { Headers = { ContentType = new MediaTypeHeaderValue("text/plain") } } };

    private static string WithNext(string json, string link) => json.EndsWith("]}", StringComparison.Ordinal) ? $"{json[..^1]},\"@odata.nextLink\":{System.Text.Json.JsonSerializer.Serialize(link)}}}" : json;
}
