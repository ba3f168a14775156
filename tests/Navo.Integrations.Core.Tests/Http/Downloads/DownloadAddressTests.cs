using System.Net;
using Microsoft.Extensions.Time.Testing;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Http.Downloads;

namespace Navo.Integrations.Core.Tests.Http.Downloads;

/// <summary>Where bytes may come from, and what a host that does not give them is told to be.</summary>
public sealed class DownloadAddressTests : IDisposable
{
    private static readonly Uri Api = new("https://wiki.example.test/wiki");

    private readonly FakeTimeProvider _time = new();
    private readonly List<Uri> _followed = [];
    private readonly ScriptedHandler _source;
    private readonly ScriptedHandler _media;
    private HttpStatusCode _status = HttpStatusCode.OK;
    private string? _location;

    public DownloadAddressTests()
    {
        _source = new(_time, (_, _, _) => Task.FromResult(_location is null ? Bytes(HttpStatusCode.OK) : Redirect(_location)));
        _media = new(_time, (_, request, _) =>
        {
            _followed.Add(request.RequestUri!);
            return Task.FromResult(Bytes(_status));
        });
    }

    [Theory]
    [InlineData("https://media.example.net/file")]
    [InlineData("https://media.example.net:8443/file?sig=1")]
    [InlineData("https://8.8.8.8/file")]
    [InlineData("/wiki/other")]
    public void T14_A_redirect_to_a_public_secure_address_is_followed(string location) =>
        Assert.Equal(new Uri(Api, location), new DownloadAddress(Api).Redirected(Api, new(location, UriKind.RelativeOrAbsolute)));

    [Theory]
    [InlineData("http://media.example.net/file")]
    [InlineData("https://ann:pw@media.example.net/file")]
    [InlineData("https://127.0.0.1/file")]
    [InlineData("https://localhost/file")]
    [InlineData("https://x.localhost/file")]
    [InlineData("https://10.0.0.1/file")]
    [InlineData("https://[::1]/file")]
    [InlineData("https://[fd00::1]/file")]
    [InlineData("ftp://media.example.net/file")]
    [InlineData("http://127.0.0.1/file")]
    public void T14_Another_is_not(string location)
    {
        ProtocolException refused = Assert.Throws<ProtocolException>(() => new DownloadAddress(Api).Redirected(Api, new(location)));
        Assert.Equal("The source redirects a download to an address that is not public or not secure; it was not followed.", refused.Message);
        Assert.Equal("Downloads are followed over https to public addresses only; report it if the source is genuine.", refused.Remedy);
    }

    [Theory]
    [InlineData("http://127.0.0.1:8090/file", true)]
    [InlineData("https://10.0.0.1/file", true)]
    [InlineData("https://media.example.net/file", true)]
    [InlineData("http://10.0.0.1/file", false)]
    [InlineData("http://media.example.net/file", false)]
    public void T14_Where_the_api_is_local_so_may_its_bytes_be(string location, bool isFollowed)
    {
        DownloadAddress local = new(new("http://127.0.0.1:8090"));
        Assert.True(local.AllowsLocal);
        Assert.Equal(isFollowed, Record.Exception(() => local.Redirected(Api, new(location))) is null);
        Assert.False(new DownloadAddress(Api).AllowsLocal);
    }

    [Fact]
    public void A_redirect_to_nowhere_is_told_so() =>
        Assert.Equal("The source redirects to no address.", Assert.Throws<ProtocolException>(() => new DownloadAddress(Api).Redirected(Api, null)).Message);

    [Theory]
    [InlineData("/download/1", "https://wiki.example.test/wiki/download/1")]
    [InlineData("download/1", null)]
    [InlineData("/../other", null)]
    [InlineData("@evil.example.net/x", null)]
    public void T05_A_path_stays_on_the_configured_host_and_below_its_root(string path, string? address)
    {
        DownloadAddress addresses = new(Api);
        if (address is null)
        {
            Assert.Equal("The link to the bytes of the file leads to another host; it was not followed.", Assert.Throws<ProtocolException>(() => addresses.OnHost(Request(path))).Message);
        }
        else
        {
            Assert.Equal(address, addresses.OnHost(Request(path)).AbsoluteUri);
        }
    }

    [Fact]
    public async Task A_redirect_is_followed_without_the_credentials_and_the_bytes_come_whole()
    {
        _location = "https://media.example.net/file";
        Download download = await Transport().OpenAsync(Request("/download/1"), HttpHarness.Token);
        await using Stream content = download.Content;
        using MemoryStream bytes = new();
        await content.CopyToAsync(bytes, HttpHarness.Token);
        Assert.Equal([1, 2, 3], bytes.ToArray());
        Assert.Equal((3L, "application/pdf"), (download.Length, download.MediaType));
        Assert.Equal([new Uri("https://media.example.net/file")], _followed);
        Assert.Null(_media.Requests.Single().Authorization);
    }

    [Theory]
    [InlineData(300, typeof(ProtocolException), "The host of the file's bytes redirects again; that was not followed.")]
    [InlineData(399, typeof(ProtocolException), "The host of the file's bytes redirects again; that was not followed.")]
    [InlineData(400, typeof(UnavailableException), "The host of the file's bytes does not give them.")]
    [InlineData(416, typeof(UnavailableException), "The file changed while it was transferred.")]
    [InlineData(500, typeof(UnavailableException), "The host of the file's bytes does not give them.")]
    public async Task What_a_host_answers_in_the_place_of_bytes_is_told(int status, Type type, string message)
    {
        (_location, _status) = ("https://media.example.net/file", (HttpStatusCode)status);
        IntegrationException failure = await Assert.ThrowsAnyAsync<IntegrationException>(() => Transport().OpenAsync(Request("/download/1"), HttpHarness.Token));
        Assert.IsType(type, failure);
        Assert.Equal((message, status), (failure.Message, failure.StatusCode));
    }

    [Theory]
    [InlineData("https://wiki.example.test/login", true)]
    [InlineData("https://media.example.net/file", false)]
    public async Task A_redirect_to_a_page_of_the_source_itself_is_a_login(string location, bool isLogin)
    {
        _location = location;
        Exception? failure = await Record.ExceptionAsync(() => Transport().OpenAsync(Request("/download/1") with { RefusesOwnHost = true }, HttpHarness.Token));
        Assert.Equal(isLogin ? "The source redirects a download to a page of its own, as it does to log somebody in." : null, failure?.Message);
        Assert.Null(await Record.ExceptionAsync(() => Transport().OpenAsync(Request("/download/1"), HttpHarness.Token)));
    }

    [Theory]
    [InlineData(3, null, true)]
    [InlineData(2, null, false)]
    [InlineData(2, 3L, false)]
    public async Task F20_What_is_too_large_is_refused_before_a_byte_is_read(long most, long? size, bool isTaken)
    {
        Exception? failure = await Record.ExceptionAsync(() => Transport().OpenAsync(Request("/download/1") with { MaxBytes = most, Size = size }, HttpHarness.Token));
        Assert.Equal(isTaken, failure is null);
        Assert.Equal(size > most ? 0 : 1, _source.Count);
    }

    public void Dispose()
    {
        _source.Dispose();
        _media.Dispose();
    }

    private static DownloadRequest Request(string path) => new() { Path = path, What = "file", MaxBytes = 100, MaxBytesOption = "MaxBytes", Idle = TimeSpan.FromSeconds(30) };

    private DownloadTransport Transport() => new(new HttpClient(_source, disposeHandler: false), () => new HttpClient(_media, disposeHandler: false), Api, _time);

    private static HttpResponseMessage Redirect(string location)
    {
        HttpResponseMessage response = new(HttpStatusCode.NoContent); // as the handler that captures redirects leaves it
        response.Headers.Location = new(location);
        return response;
    }

    private static HttpResponseMessage Bytes(HttpStatusCode status)
    {
        HttpResponseMessage response = new(status) { Content = new ByteArrayContent([1, 2, 3]) };
        response.Content.Headers.ContentType = new("application/pdf");
        return response;
    }
}
