using System.Net;
using System.Net.Http.Headers;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence.Tests.Client;
using RichardSzalay.MockHttp;

namespace Navo.Integrations.Confluence.Tests.Resources;

/// <summary>Odd and hostile answers to a download.</summary>
public sealed class DownloadAnswerTests : IAsyncDisposable
{
    private const string LogIn = "<html><body><form action='/login'><input type='password'></form></body></html>";
    private const string Media = "https://api.media.atlassian.com/file/1/binary";
    private readonly ConfluenceHost _host = new(o => o.MaxAttachmentBytes = 100);
    private readonly ConfluenceHost _server = new(isDataCenter: true);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Row019_the_redirect_is_followed_once_and_without_credentials()
    {
        Arrange(size: 4);
        HttpRequestMessage? followed = null;
        _host.Wire.When(Media).Respond(request =>
        {
            followed = request;
            return new(HttpStatusCode.OK) { Content = new ByteArrayContent([1, 2, 3, 4]) };
        });

        await using AttachmentDownload download = await OpenAsync();

        Assert.Equal([1, 2, 3, 4], await ReadAsync(download));
        Assert.Null(followed!.Headers.Authorization);
        Assert.False(followed.Headers.Contains("Cookie"));
    }

    [Theory]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("https://169.254.169.254/latest/meta-data/")]
    [InlineData("https://[::ffff:169.254.169.254]/latest/")]
    [InlineData("https://[fd00:ec2::254]/latest/")]
    [InlineData("https://127.0.0.1/x")]
    [InlineData("https://localhost/x")]
    [InlineData("https://2130706433/x")]
    [InlineData("https://0x7f.1/x")]
    [InlineData("https://10.0.0.8/x")]
    [InlineData("https://[::1]/x")]
    [InlineData("https://[fe80::1]/x")]
    [InlineData("https://[64:ff9b::7f00:1]/x")]
    [InlineData("http://api.media.atlassian.com/file/1/binary")]
    [InlineData("ftp://api.media.atlassian.com/file")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://user:password@api.media.atlassian.com/file")]
    public async Task Row019_a_redirect_to_an_address_that_is_not_public_and_secure_is_never_followed(string location)
    {
        Arrange(size: 4, location);
        ProtocolException refused = await Assert.ThrowsAsync<ProtocolException>(OpenAsync);
        Assert.DoesNotContain("169.254", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Row019_a_redirect_that_leads_to_another_is_refused()
    {
        Arrange(size: 4);
        _host.Wire.When(Media).Respond(_ => Redirect(Media));
        await Assert.ThrowsAsync<ProtocolException>(OpenAsync);
    }

    [Fact]
    public async Task Row019_a_redirect_without_a_target_is_refused()
    {
        Arrange(size: 4, location: null);
        await Assert.ThrowsAnyAsync<IntegrationException>(OpenAsync);
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.NotFound)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    public async Task Row019_a_media_host_that_refuses_is_a_failure_that_may_pass(HttpStatusCode status)
    {
        Arrange(size: 4);
        _host.Wire.When(Media).Respond(status);
        UnavailableException failure = await Assert.ThrowsAsync<UnavailableException>(OpenAsync);
        Assert.Equal(((int?)status, true), (failure.StatusCode, failure.IsTransient));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(0)]
    public async Task Row019_a_transfer_that_ends_early_is_a_failure_and_never_a_short_file(int delivered)
    {
        Arrange(size: 4);
        Deliver(new byte[delivered], declared: 4);
        await using AttachmentDownload download = await OpenAsync();
        await Assert.ThrowsAsync<UnavailableException>(() => ReadAsync(download));
    }

    [Fact]
    public async Task Row019_a_transfer_of_undeclared_length_is_held_to_the_size_of_the_attachment()
    {
        Arrange(size: 4);
        Deliver([1, 2, 3], declared: null);
        await using AttachmentDownload download = await OpenAsync();
        Assert.Equal(4, download.Length);
        await Assert.ThrowsAsync<UnavailableException>(() => ReadAsync(download));
    }

    [Fact]
    public async Task Row019_a_transfer_that_breaks_off_is_a_failure()
    {
        Arrange(size: 4);
        _host.Wire.When(Media).Respond(_ => new(HttpStatusCode.OK) { Content = new StreamContent(new TornStream()) });
        await using AttachmentDownload download = await OpenAsync();
        await Assert.ThrowsAsync<UnavailableException>(() => ReadAsync(download));
        Assert.Throws<UnavailableException>(() => download.Content.Read(new byte[1], 0, 1));
    }

    [Fact]
    public async Task Row019_more_bytes_than_declared_are_refused()
    {
        Arrange(size: 4);
        Deliver(new byte[9], declared: null);
        await using AttachmentDownload download = await OpenAsync();
        await Assert.ThrowsAsync<ProtocolException>(() => ReadAsync(download));
    }

    [Fact]
    public async Task Row019_the_limit_holds_for_the_declared_length_and_while_reading()
    {
        Arrange(size: null);
        _host.Wire.When(Media).Respond(_ => new(HttpStatusCode.OK) { Content = new ByteArrayContent(new byte[101]) });
        Assert.Contains("100", (await Assert.ThrowsAsync<ProtocolException>(OpenAsync)).Message, StringComparison.Ordinal);

        _host.Wire.Clear();
        Arrange(size: null);
        Deliver(new byte[101], declared: null);
        await using AttachmentDownload download = await OpenAsync();
        Assert.Contains("100", (await Assert.ThrowsAsync<ProtocolException>(() => ReadAsync(download))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Row019_bytes_that_stop_arriving_time_out()
    {
        Arrange(size: 4);
        _host.Wire.When(Media).Respond(_ => new(HttpStatusCode.OK) { Content = new StreamContent(new SilentStream()) });
        await using AttachmentDownload download = await OpenAsync();
        Task<byte[]> reading = ReadAsync(download);

        _host.Time.Advance(TimeSpan.FromSeconds(31));

        await Assert.ThrowsAsync<IntegrationTimeoutException>(() => reading.WaitAsync(TimeSpan.FromSeconds(10), Token));
    }

    [Theory]
    [InlineData("//evil.example/download/attachments/42/x")]
    [InlineData("https://evil.example/download/attachments/42/x")]
    [InlineData("@evil.example/x")]
    [InlineData("/../../admin")]
    [InlineData(null)]
    public async Task Row019_a_link_to_the_bytes_that_leaves_the_configured_address_is_refused(string? link)
    {
        _server.Answer("/rest/api/content/att1", $$$"""{"id":"att1","type":"attachment","title":"x.bin","space":{"key":"ENG"},"version":{"number":1},"_links":{"download":{{{(link is null ? "null" : $"\"{link}\"")}}}}}""");
        await Assert.ThrowsAsync<ProtocolException>(() => _server.Client.DownloadAttachmentAsync(new("att1"), AccessContext.Service, Token));
    }

    [Fact]
    public async Task Row019_a_server_that_redirects_to_its_login_page_gives_no_file()
    {
        _server.Answer("/rest/api/content/att1", """{"id":"att1","type":"attachment","title":"x.bin","space":{"key":"ENG"},"version":{"number":1},"_links":{"download":"/download/attachments/42/x.bin"}}""");
        _server.Wire.When("https://wiki.example.test/confluence/download/attachments/42/x.bin").Respond(_ => Redirect("/confluence/login.action"));
        await Assert.ThrowsAsync<AuthenticationException>(() => _server.Client.DownloadAttachmentAsync(new("att1"), AccessContext.Service, Token));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Row019_a_page_to_log_in_is_not_the_file_wherever_it_comes_from(bool isRedirected)
    {
        AnswerWithPage("application/pdf", isRedirected, LogIn);

        AuthenticationException refused = await Assert.ThrowsAsync<AuthenticationException>(() => _server.Client.DownloadAttachmentAsync(new("att1"), AccessContext.Service, Token));

        Assert.Equal(200, refused.StatusCode);
        Assert.Contains("credentials", refused.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text/html", LogIn)]
    [InlineData("application/xhtml+xml; charset=utf-8", LogIn)]
    [InlineData("image/svg+xml", LogIn)]
    [InlineData("", LogIn)]                   // nobody says what the file is
    [InlineData("text/plain", "<p>12</p>\n")]    // of the file's very length: the host made out a type of its own
    public async Task Row019_a_file_that_is_a_page_itself_is_given(string declared, string page)
    {
        AnswerWithPage(declared, isRedirected: true, page);

        await using AttachmentDownload download = await _server.Client.DownloadAttachmentAsync(new("att1"), AccessContext.Service, Token);

        Assert.Equal(page, System.Text.Encoding.UTF8.GetString(await ReadAsync(download)));
    }

    [Fact]
    public async Task Row019_a_list_that_ends_before_the_number_that_the_server_counts_is_refused()
    {
        _server.Answer("/rest/api/content/42", """{"id":"42","type":"page","title":"Runbook","space":{"key":"ENG"},"version":{"number":1}}""");
        _server.Answer("/rest/api/content/42/child/attachment", """{"results":[{"id":"att1","type":"attachment","title":"x.bin","version":{"number":1}}],"size":1,"totalSize":2,"_links":{}}""");
        await Assert.ThrowsAsync<ProtocolException>(() => _server.Client.GetAttachmentsAsync(new("42"), AccessContext.Service, Token).ToListAsync());
    }

    [Fact]
    public async Task Row019_a_page_whose_list_of_attachments_is_cut_is_refused_too()
    {
        _server.Answer("/rest/api/content/42", """{"id":"42","type":"page","status":"current","title":"Runbook","space":{"key":"ENG"},"version":{"number":1},"metadata":{"labels":{"results":[],"limit":200}},"body":{"storage":{"value":"<p>x</p>"}}}""");
        _server.Answer("/rest/api/content/42/child/attachment", """{"results":[{"id":"att1","type":"attachment","title":"x.bin","version":{"number":1}}],"size":1,"totalSize":2,"_links":{}}""");
        await Assert.ThrowsAsync<ProtocolException>(() => _server.Client.GetContentAsync(new("42"), AccessContext.Service, Token));
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _server.DisposeAsync();
    }

    private static async Task<byte[]> ReadAsync(AttachmentDownload download)
    {
        using MemoryStream read = new();
        await download.Content.CopyToAsync(read, Token);
        return read.ToArray();
    }

    private static HttpResponseMessage Redirect(string? location)
    {
        HttpResponseMessage response = new(HttpStatusCode.Found);
        if (location is not null)
        {
            response.Headers.TryAddWithoutValidation("Location", location);
        }

        return response;
    }

    /// <summary>A file of ten bytes on Data Center, of which a page is given.</summary>
    private void AnswerWithPage(string declared, bool isRedirected, string page)
    {
        const string File = "https://wiki.example.test/confluence/download/attachments/42/x.pdf";
        const string SignOn = "https://sso.example.test/login";
        _server.Answer("/rest/api/content/att1", $$$"""{"id":"att1","type":"attachment","title":"x.pdf","space":{"key":"ENG"},"version":{"number":1},"extensions":{"mediaType":"{{{declared}}}","fileSize":10},"_links":{"download":"/download/attachments/42/x.pdf"}}""");
        _server.Wire.When(isRedirected ? SignOn : File).Respond(_ => new(HttpStatusCode.OK) { Content = new StringContent(page, System.Text.Encoding.UTF8, "text/html") });
        if (isRedirected)
        {
            _server.Wire.When(File).Respond(_ => Redirect(SignOn));
        }
    }

    private Task<AttachmentDownload> OpenAsync() => _host.Client.DownloadAttachmentAsync(new("att1"), AccessContext.Service, Token);

    private void Arrange(long? size, string? location = Media)
    {
        _host.Answer("/wiki/api/v2/attachments/att1", $$$"""{"id":"att1","title":"x.bin","mediaType":"application/octet-stream","pageId":"42","fileSize":{{{size?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "null"}}},"version":{"number":1} }""");
        _host.Answer("/wiki/api/v2/pages/42", """{"id":"42","status":"current","title":"Runbook","spaceId":"900","version":{"number":7}}""");
        _host.Answer("/wiki/api/v2/spaces/900", """{"id":"900","key":"ENG","name":"Engineering"}""");
        _host.Wire.When(_host.Absolute("/wiki/rest/api/content/42/child/attachment/att1/download")).Respond(_ => Redirect(location));
    }

    private void Deliver(byte[] bytes, long? declared) => _host.Wire.When(Media).Respond(_ =>
    {
        StreamContent content = new(new UnknownLengthStream(bytes));
        content.Headers.ContentLength = declared;
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        return new(HttpStatusCode.OK) { Content = content };
    });
}
