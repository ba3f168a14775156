using System.Net;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Http;
using Navo.Integrations.Core.Tests.Pipeline;

namespace Navo.Integrations.Core.Tests.Http;

/// <summary>An answer that does not reach the caller is let go where it was left: an open one keeps its connection.</summary>
public sealed class AnswerDisposalTests
{
    private static readonly Uri Page = new("https://wiki.example.com/pages/1");

    private readonly TestCredentials _credentials = new();
    private readonly List<Probe> _answers = [];

    [Fact]
    public async Task F13_The_refused_answer_is_let_go_before_the_request_is_repeated()
    {
        using HttpResponseMessage response = await SendAsync(new CredentialHandler(Settings), number => Answer(number == 1 ? HttpStatusCode.Unauthorized : HttpStatusCode.OK));
        Assert.Equal([true, false], _answers.Select(answer => answer.IsDisposed));
    }

    [Fact]
    public async Task F13_The_refused_answer_is_kept_where_there_is_no_other_credential()
    {
        _credentials.Make = static _ => new(RequestCredential.Bearer("same"));
        using HttpResponseMessage response = await SendAsync(new CredentialHandler(Settings), _ => Answer(HttpStatusCode.Unauthorized));
        Assert.Equal((1, false), (_answers.Count, _answers[0].IsDisposed));
    }

    [Fact]
    public async Task F13_The_refused_answer_is_let_go_where_the_renewal_fails()
    {
        _credentials.Make = static number => number == 1 ? new(RequestCredential.Bearer("first")) : throw new AuthenticationException("The vault is sealed.");
        await Assert.ThrowsAsync<AuthenticationException>(() => SendAsync(new CredentialHandler(Settings), _ => Answer(HttpStatusCode.Unauthorized)));
        Assert.True(Assert.Single(_answers).IsDisposed);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task T05_An_answer_of_another_host_is_let_go(int number)
    {
        await Assert.ThrowsAsync<ProtocolException>(() => SendAsync(new CredentialHandler(Settings), n => Answer(n == 1 && number == 2 ? HttpStatusCode.Unauthorized : HttpStatusCode.OK), leadAwayAt: number));
        Assert.All(_answers, answer => Assert.True(answer.IsDisposed));
        Assert.Equal(number, _answers.Count);
    }

    [Fact]
    public async Task F11_A_body_that_is_too_large_is_let_go_and_told()
    {
        ProtocolException failure = await Assert.ThrowsAsync<ProtocolException>(() => SendAsync(new BodyBufferHandler(3), _ => Answer(HttpStatusCode.Accepted, new MemoryStream(new byte[4]))));
        Assert.Equal(("The answer is larger than 3 bytes.", 202), (failure.Message, failure.StatusCode));
        Assert.Equal("Raise the option Http:MaxResponseBytes if the source really answers so much.", failure.Remedy);
        Assert.True(Assert.Single(_answers).IsDisposed);
    }

    public static TheoryData<Exception, HttpRequestError> BodyFailures => new()
    {
        { new InvalidDataException("x"), HttpRequestError.InvalidResponse },
        { new InvalidOperationException("x"), HttpRequestError.InvalidResponse },
        { new HttpRequestException(HttpRequestError.ResponseEnded, "x"), HttpRequestError.ResponseEnded },
    };

    [Theory]
    [MemberData(nameof(BodyFailures))]
    public async Task F08_F09_A_body_that_can_not_be_read_is_let_go_and_told(Exception thrown, HttpRequestError error)
    {
        HttpRequestException failure = await Assert.ThrowsAsync<HttpRequestException>(() => SendAsync(new BodyBufferHandler(100), _ => Answer(HttpStatusCode.OK, new Broken(thrown))));
        Assert.Equal(error, failure.HttpRequestError);
        Assert.Equal(error == HttpRequestError.InvalidResponse ? "The compression of the answer is damaged." : "x", failure.Message);
        Assert.True(Assert.Single(_answers).IsDisposed);
    }

    [Theory]
    [InlineData(true, 200, false)]
    [InlineData(true, 404, true)]
    [InlineData(false, 200, true)]
    public async Task F35_Only_a_stream_that_succeeds_stays_on_the_wire(bool isStream, int status, bool isBuffered)
    {
        using HttpResponseMessage response = await SendAsync(new BodyBufferHandler(100), _ => Answer((HttpStatusCode)status, new MemoryStream([1, 2, 3])), isStream);
        Assert.Equal(isBuffered, response.Content is PooledContent);
        Assert.Equal([1, 2, 3], await response.Content.ReadAsByteArrayAsync(HttpHarness.Token));
    }

    [Fact]
    public async Task F15_An_answer_that_becomes_a_failure_is_let_go()
    {
        ErrorTranslationHandler handler = new(Settings, new HttpClock());
        await Assert.ThrowsAsync<NotFoundException>(() => SendAsync(handler, _ => Answer(HttpStatusCode.NotFound)));
        Assert.True(Assert.Single(_answers).IsDisposed);
    }

    [Theory]
    [InlineData(false, null, typeof(AuthenticationException), "The source answers with a login page instead of data.")]
    [InlineData(true, null, null, null)]
    [InlineData(false, "text/html", null, null)]
    [InlineData(false, "application/json", typeof(AuthenticationException), "The source answers with a login page instead of data.")]
    public async Task F10_A_page_is_taken_only_where_a_page_or_a_file_was_asked_for(bool isStream, string? accept, Type? type, string? message)
    {
        Exception? failure = await Record.ExceptionAsync(() => SendAsync(new ErrorTranslationHandler(Settings, new HttpClock()), _ => Login(), isStream, accept: accept));
        Assert.Equal((type, message), (failure?.GetType(), failure?.Message));
        Assert.Equal(type is null ? null : "r-1", (failure as IntegrationException)?.RequestId);
    }

    [Fact]
    public async Task A_failure_that_is_none_of_the_transport_passes_as_it_is()
    {
        InvalidOperationException thrown = new("x");
        Assert.Same(thrown, await Record.ExceptionAsync(() => SendAsync(new ErrorTranslationHandler(Settings, new HttpClock()), _ => throw thrown)));
    }

    private IntegrationHttpSettings Settings => field ??= new HttpSetup { Credentials = _credentials }.ToSettings(Samples.Confluence);

    private async Task<HttpResponseMessage> SendAsync(DelegatingHandler handler, Func<int, HttpResponseMessage> answer, bool isStream = false, string? accept = null, int leadAwayAt = 0)
    {
        using ScriptedHandler socket = new(new HttpClock(), (number, sent, _) =>
        {
            HttpResponseMessage response = answer(number);
            sent.RequestUri = number == leadAwayAt ? new("https://evil.example.net/") : sent.RequestUri;
            return Task.FromResult(response);
        });
        handler.InnerHandler = socket;
        using HttpMessageInvoker client = new(handler);
        using HttpRequestMessage request = new(HttpMethod.Get, Page);
        request.Options.Set(IntegrationRequestOptions.Stream, isStream);
        if (accept is not null)
        {
            request.Headers.Accept.Add(new(accept));
        }

        return await client.SendAsync(request, HttpHarness.Token).WaitAsync(HttpHarness.Patience, HttpHarness.Token);
    }

    private Probe Answer(HttpStatusCode status, Stream? body = null)
    {
        Probe answer = new(status) { Content = new StreamContent(body ?? new MemoryStream("{}"u8.ToArray())) };
        _answers.Add(answer);
        return answer;
    }

    private static HttpResponseMessage Login() => Answers.With(Answers.Html("<input type='password'>"), ("x-request-id", "r-1"));

    private sealed class Probe(HttpStatusCode status) : HttpResponseMessage(status)
    {
        public bool IsDisposed { get; private set; }

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            base.Dispose(disposing);
        }
    }

    private sealed class Broken(Exception failure) : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw failure;
    }
}
