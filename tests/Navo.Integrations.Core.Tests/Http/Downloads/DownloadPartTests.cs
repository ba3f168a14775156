using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Time.Testing;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Http;
using Navo.Integrations.Core.Http.Downloads;

namespace Navo.Integrations.Core.Tests.Http.Downloads;

/// <summary>Which answer goes on where another one broke off, what is asked of the host of the bytes, and that no answer stays open.</summary>
public sealed class DownloadPartTests : IDisposable
{
    private static readonly Uri Api = new("https://wiki.example.test/wiki");

    private readonly FakeTimeProvider _time = new();
    private readonly List<TrackedContent> _answers = [];
    private readonly List<(string? Range, string? Condition, bool IsStream)> _asked = [];
    private readonly ScriptedHandler _source;
    private readonly ScriptedHandler _media;
    private Func<int, HttpResponseMessage> _ofSource;
    private Func<int, HttpResponseMessage> _ofMedia;

    public DownloadPartTests()
    {
        _ofSource = _ => Answer(HttpStatusCode.OK, 4);
        _ofMedia = _ => Answer(HttpStatusCode.OK, 4);
        _source = new(_time, (number, request, _) => Task.FromResult(Noted(request, _ofSource(number))));
        _media = new(_time, (number, request, _) => Task.FromResult(Noted(request, _ofMedia(number))));
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(206, 2L, 4L, "\"v1\"", true)]
    [InlineData(206, 2L, null, "\"v1\"", true)] // how long it is altogether need not be said
    [InlineData(200, 2L, 4L, "\"v1\"", false)]
    [InlineData(206, 1L, 4L, "\"v1\"", false)]
    [InlineData(206, null, 4L, "\"v1\"", false)]
    [InlineData(206, 2L, 5L, "\"v1\"", false)]
    [InlineData(206, 2L, 4L, "\"v2\"", false)]
    [InlineData(206, 2L, 4L, null, false)]
    public void F08_Only_the_same_file_from_the_very_byte_goes_on(int status, long? from, long? whole, string? tag, bool isContinued)
    {
        using DownloadPart before = new(Answer(HttpStatusCode.OK, 4), Stream.Null);
        using HttpResponseMessage next = Answer((HttpStatusCode)status, 2, tag);
        next.Content.Headers.ContentRange = (from, whole) switch
        {
            ({ } start, { } all) => new(start, all - 1, all),
            ({ } start, null) => new(start, 3),
            _ => null,
        };
        Assert.Equal(isContinued, before.IsContinuedBy(next, 2));
    }

    [Theory]
    [InlineData(4L, true)]
    [InlineData(9L, false)]
    public void F08_The_third_answer_is_held_to_the_length_of_the_file_and_not_of_the_second(long whole, bool isContinued)
    {
        using HttpResponseMessage second = Answer(HttpStatusCode.PartialContent, 2);
        second.Content.Headers.ContentRange = new(2, 3, 4);
        using DownloadPart before = new(second, Stream.Null);
        using HttpResponseMessage third = Answer(HttpStatusCode.PartialContent, 1);
        third.Content.Headers.ContentRange = new(3, whole - 1, whole);
        Assert.Equal(isContinued, before.IsContinuedBy(third, 3));
    }

    [Fact]
    public async Task An_answer_without_bytes_that_can_be_read_is_let_go()
    {
        TrackedContent content = new(4) { Fails = true };
        using HttpResponseMessage response = new(HttpStatusCode.OK) { Content = content };
        await Assert.ThrowsAsync<IOException>(() => DownloadPart.OpenAsync(response, Token));
        Assert.True(content.IsDisposed);
    }

    [Fact]
    public async Task F20_What_turns_out_too_large_is_let_go()
    {
        await Assert.ThrowsAsync<ProtocolException>(() => Transport().OpenAsync(Request with { MaxBytes = 3 }, Token));
        Assert.True(Assert.Single(_answers).IsDisposed);
    }

    [Fact]
    public async Task What_the_answer_declares_goes_before_what_the_metadata_say()
    {
        Download download = await Transport().OpenAsync(Request with { Size = 9 }, Token);
        await using Stream content = download.Content;
        Assert.Equal(4, download.Length);
        Assert.Equal(4, (await ReadAllAsync(content)).Length);
        Assert.True(Assert.Single(_asked).IsStream);
    }

    [Fact]
    public async Task Where_the_answer_declares_nothing_the_metadata_count()
    {
        _ofSource = _ => Answer(HttpStatusCode.OK, 4, declared: null);
        Download download = await Transport().OpenAsync(Request with { Size = 5 }, Token);
        await using Stream content = download.Content;
        Assert.Equal(5, download.Length);
        await Assert.ThrowsAsync<UnavailableException>(() => ReadAllAsync(content));
    }

    [Fact]
    public async Task F08_A_transfer_is_taken_up_where_the_redirect_leads_and_an_answer_that_does_not_fit_is_let_go()
    {
        _ofSource = _ => Redirect();
        _ofMedia = number => number == 1 ? Answer(HttpStatusCode.OK, 2, declared: 4) : Answer(HttpStatusCode.PartialContent, 2, "\"v2\"");
        Download download = await Transport().OpenAsync(Request with { MaxResumes = 1 }, Token);
        await using (download.Content)
        {
            await Assert.ThrowsAsync<UnavailableException>(() => ReadAllAsync(download.Content));
            Assert.Equal([(null, null), (null, null), ("bytes=2-", "\"v1\""), ("bytes=2-", "\"v1\"")], _asked.Select(asked => (asked.Range, asked.Condition)));
            Assert.Equal([true, false, true, true], _answers.Select(answer => answer.IsDisposed)); // a redirect, the broken one, a redirect, the one that does not fit
        }

        Assert.True(_answers[1].IsDisposed);
    }

    [Theory]
    [InlineData(302)]
    [InlineData(404)]
    public async Task What_the_host_of_the_bytes_refuses_is_let_go(int status)
    {
        _ofSource = _ => Redirect();
        _ofMedia = _ => Answer((HttpStatusCode)status, 4);
        await Assert.ThrowsAnyAsync<IntegrationException>(() => Transport().OpenAsync(Request, Token));
        Assert.Equal([true, true], _answers.Select(answer => answer.IsDisposed));
    }

    public static TheoryData<Exception, Type> HostFailures => new()
    {
        { new HttpRequestException("x"), typeof(UnavailableException) },
        { new HttpRequestException("x", new ProtocolException("An address that is not public.")), typeof(ProtocolException) },
        { new OperationCanceledException(), typeof(IntegrationTimeoutException) },
        { new InvalidCastException(), typeof(InvalidCastException) },
    };

    [Theory]
    [MemberData(nameof(HostFailures))]
    public async Task What_the_host_of_the_bytes_fails_with_is_one_of_the_family(Exception thrown, Type type)
    {
        _ofSource = _ => Redirect();
        _ofMedia = _ => throw thrown;
        Assert.IsType(type, await Record.ExceptionAsync(() => Transport().OpenAsync(Request, Token)));
    }

    [Fact]
    public async Task F27_A_caller_who_leaves_while_a_redirect_is_followed_gets_his_own_cancellation()
    {
        using CancellationTokenSource caller = new();
        _ofSource = _ => Redirect();
        _ofMedia = _ =>
        {
            caller.Cancel();
            throw new OperationCanceledException(caller.Token);
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Transport().OpenAsync(Request, caller.Token));
    }

    public void Dispose()
    {
        _source.Dispose();
        _media.Dispose();
    }

    private static DownloadRequest Request => new() { Path = "/download/1", What = "file", MaxBytes = 100, MaxBytesOption = "MaxBytes", Idle = TimeSpan.FromSeconds(30) };

    private DownloadTransport Transport() => new(new HttpClient(_source, disposeHandler: false), () => new HttpClient(_media, disposeHandler: false), Api, _time);

    private HttpResponseMessage Noted(HttpRequestMessage request, HttpResponseMessage answer)
    {
        _asked.Add((request.Headers.Range?.ToString(), request.Headers.IfRange?.ToString(), IntegrationRequestOptions.IsStream(request)));
        return answer;
    }

    private HttpResponseMessage Redirect()
    {
        HttpResponseMessage response = Answer(HttpStatusCode.NoContent, 0); // as the handler that captures redirects leaves it
        response.Headers.Location = new("https://media.example.net/file");
        return response;
    }

    private HttpResponseMessage Answer(HttpStatusCode status, int length, string? tag = "\"v1\"") => Answer(status, length, length, tag);

    private HttpResponseMessage Answer(HttpStatusCode status, int length, long? declared, string? tag = "\"v1\"")
    {
        TrackedContent content = new(length);
        content.Headers.ContentLength = declared;
        _answers.Add(content);
        HttpResponseMessage response = new(status) { Content = content };
        response.Headers.ETag = tag is null ? null : EntityTagHeaderValue.Parse(tag);
        return response;
    }

    private static async Task<byte[]> ReadAllAsync(Stream content)
    {
        using MemoryStream all = new();
        await content.CopyToAsync(all, Token);
        return all.ToArray();
    }

    private sealed class TrackedContent(int length) : HttpContent
    {
        public bool Fails { get; init; }

        public bool IsDisposed { get; private set; }

        protected override Task<Stream> CreateContentReadStreamAsync() => Fails ? throw new IOException("The connection was reset.") : Task.FromResult<Stream>(new MemoryStream(new byte[length]));

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => stream.WriteAsync(new byte[length], 0, length);

        protected override bool TryComputeLength(out long computed)
        {
            computed = 0;
            return false;
        }

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            base.Dispose(disposing);
        }
    }
}
