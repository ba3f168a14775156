using System.Net;
using Microsoft.Extensions.Time.Testing;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Http;
using Navo.Integrations.Core.Tests.Pipeline;
using Polly.CircuitBreaker;
using Polly.RateLimiting;
using Polly.Timeout;

namespace Navo.Integrations.Core.Tests.Http;

/// <summary>What a failure on the wire is called, and what it keeps.</summary>
public sealed class FailureWordsTests
{
    private readonly FakeTimeProvider _time = new(new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    public static TheoryData<Exception, Type, string> Transport => new()
    {
        { new TimeoutRejectedException(), typeof(IntegrationTimeoutException), "The source did not answer in time." },
        { new OperationCanceledException(), typeof(IntegrationTimeoutException), "The source did not answer in time." },
        { new BrokenCircuitException("x", TimeSpan.FromSeconds(3)), typeof(UnavailableException), "The source keeps failing and is left alone for a while." },
        { new RateLimiterRejectedException(TimeSpan.FromSeconds(3)), typeof(ThrottledException), "Too many calls to the source are waiting already." },
        { new HttpRequestException(HttpRequestError.SecureConnectionError), typeof(UnavailableException), "No secure connection to the source: its certificate or protocol was refused." },
        { new HttpRequestException(HttpRequestError.NameResolutionError), typeof(UnavailableException), "The name of the source's host can't be resolved." },
        { new HttpRequestException(HttpRequestError.InvalidResponse), typeof(ProtocolException), "The answer is not valid HTTP, or its compression is damaged." },
        { new HttpRequestException(HttpRequestError.ConnectionError), typeof(UnavailableException), "The connection to the source failed." },
        { new IOException("cut"), typeof(UnavailableException), "The connection to the source failed." },
    };

    [Theory]
    [MemberData(nameof(Transport))]
    public void What_the_transport_throws_has_a_name_and_words_of_our_own(Exception failure, Type type, string message)
    {
        IntegrationException translated = TransportErrors.Translate(failure)!;
        Assert.IsType(type, translated);
        Assert.Equal(message, translated.Message);
        Assert.Equal(failure is BrokenCircuitException or RateLimiterRejectedException ? TimeSpan.FromSeconds(3) : null, (translated as UnavailableException)?.RetryAfter ?? (translated as ThrottledException)?.RetryAfter);
    }

    [Fact]
    public void What_is_known_already_and_what_is_not_of_the_transport_stay()
    {
        NotFoundException known = new("x");
        Assert.Same(known, TransportErrors.Translate(known));
        Assert.Null(TransportErrors.Translate(new InvalidOperationException()));
        UnavailableException refused = (UnavailableException)TransportErrors.Translate(new HttpRequestException(HttpRequestError.SecureConnectionError))!;
        Assert.False(refused.IsTransient);
        Assert.Equal("Check the certificate of the source, or configure the certificate authority that issued it.", refused.Remedy);
    }

    [Fact]
    public void T08_What_the_socket_says_is_replaced_before_anything_can_log_it()
    {
        Assert.Equal("The connection failed (ConnectionError).", SocketFailures.Replacement(new HttpRequestException(HttpRequestError.ConnectionError, "s3cret", new InvalidOperationException("s3cret")))!.Message);
        Assert.Equal("The request failed in an unexpected way (InvalidOperationException).", SocketFailures.Replacement(new InvalidOperationException("s3cret"))!.Message);
        Assert.Null(SocketFailures.Replacement(new NotFoundException("x")));
        Assert.Null(SocketFailures.Replacement(new OperationCanceledException()));
    }

    [Theory]
    [InlineData(401, typeof(AuthenticationException), "The source does not accept the credentials. It says: why")]
    [InlineData(407, typeof(AuthenticationException), "The source does not accept the credentials. It says: why")]
    [InlineData(403, typeof(PermissionException), "The credentials are accepted but do not allow this. It says: why")]
    [InlineData(404, typeof(NotFoundException), "The item is absent or not visible. It says: why")]
    [InlineData(429, typeof(ThrottledException), "The source limits the calls. It says: why")]
    [InlineData(408, typeof(UnavailableException), "The source fails with status 408. It says: why")]
    [InlineData(503, typeof(UnavailableException), "The source fails with status 503. It says: why")]
    [InlineData(400, typeof(InvalidQueryException), "The source refuses the request as it stands. It says: why")]
    [InlineData(302, typeof(ProtocolException), "The source redirects; it was not followed.")]
    public async Task A_status_has_a_name_and_what_the_source_says_is_beside_it(int status, Type type, string message)
    {
        using HttpResponseMessage response = Answer(status, """{"message":"why"}""");
        response.Headers.Add("x-request-id", "r1");
        IntegrationException failure = await TranslateAsync(response);
        Assert.IsType(type, failure);
        Assert.Equal((message, status, "r1"), (failure.Message, failure.StatusCode, failure.RequestId));
    }

    [Fact]
    public async Task A_limit_says_when_to_come_again_and_a_login_page_is_told_apart()
    {
        using HttpResponseMessage limited = Answer(429, "{}"), silent = Answer(429, "{}"), login = Answer(302, "{}");
        limited.Headers.Add("Retry-After", "9");
        ThrottledException told = (ThrottledException)await TranslateAsync(limited);
        Assert.Equal((TimeSpan.FromSeconds(9), _time.GetUtcNow().AddSeconds(9)), (told.RetryAfter, told.RetryAt));
        ThrottledException untold = (ThrottledException)await TranslateAsync(silent);
        Assert.Equal((null, null), (untold.RetryAfter, untold.RetryAt));
        login.Headers.Location = new("https://wiki.example.test/login.action?x=1");
        Assert.Equal("The source sends to a login page.", Assert.IsType<AuthenticationException>(await TranslateAsync(login)).Message);
    }

    [Fact]
    public async Task A_body_that_breaks_off_leaves_the_status()
    {
        using HttpResponseMessage response = new(HttpStatusCode.InternalServerError) { Content = new StreamContent(new Broken()) };
        Assert.Equal("The source fails with status 500.", (await TranslateAsync(response)).Message);
    }

    [Theory]
    [InlineData("x-request-id")]
    [InlineData("request-id")]
    [InlineData("atl-traceid")]
    [InlineData("x-arequestid")]
    [InlineData("client-request-id")]
    public void The_id_that_the_source_gave_the_request_is_told(string header)
    {
        using HttpResponseMessage response = new();
        Assert.Null(RequestIds.Of(response));
        response.Headers.Add(header, "abc");
        Assert.Equal("abc", RequestIds.Of(response));
    }

    [Fact]
    public void A_long_text_is_cut_and_says_so()
    {
        Assert.Equal(new string('x', 200), CleanText.Of(new string('x', 200), null));
        Assert.Equal(new string('x', 200) + "…", CleanText.Of(new string('x', 201), null));
    }

    [Fact]
    public void Credentials_that_cannot_be_sent_are_refused_with_what_to_check()
    {
        AuthenticationException refused = Assert.Throws<AuthenticationException>(() => RequestCredential.Bearer("a b"));
        Assert.Equal("The token holds a space, a line break or a letter outside ASCII, so it can't be sent.", refused.Message);
        Assert.Equal("Check how the token is stored; a line break at its end is a common slip.", refused.Remedy);
        Assert.Throws<ArgumentException>(() => RequestCredential.Bearer(string.Empty));
        Assert.Throws<ArgumentException>(() => RequestCredential.Basic(string.Empty, "x"));
        Assert.Throws<ArgumentException>(() => RequestCredential.Basic("x", string.Empty));
        using HttpRequestMessage request = new();
        RequestCredential.Basic("ann", "pw").ApplyTo(request);
        Assert.Equal("Basic YW5uOnB3", request.Headers.Authorization!.ToString());
        Assert.Equal("Basic ***", RequestCredential.Basic("ann", "pw").ToString());
    }

    private Task<IntegrationException> TranslateAsync(HttpResponseMessage response) => new ResponseErrors(
        new HttpSetup { Origin = new("https://wiki.example.test") }.ToSettings(Samples.Confluence),
        _time).TranslateAsync(response, HttpHarness.Token);

    private static HttpResponseMessage Answer(int status, string body) => new((HttpStatusCode)status) { Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json") };

    private sealed class Broken : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw new IOException("cut");
    }
}
