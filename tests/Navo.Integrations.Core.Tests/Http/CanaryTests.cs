using System.Diagnostics;
using System.Net;
using System.Text;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Http;
using static Navo.Integrations.Core.Tests.Http.Answers;

namespace Navo.Integrations.Core.Tests.Http;

/// <summary>A secret in the token, the password, the address and the body; whatever goes wrong, nobody gets to read it.</summary>
public sealed class CanaryTests
{
    private const string Canary = "c4n4ry-5ecret";
    private static readonly string Encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes($"ann:{Canary}"));

    public static TheoryData<string, Func<HttpRequestMessage, HttpResponseMessage>> Faults => new()
    {
        { "echo in a message", request => Json($$"""{"message":"Bad token {{request.Headers.Authorization!.Parameter}}","code":"{{request.Headers.Authorization.Parameter}}"}""", HttpStatusCode.BadRequest) },
        { "echo of the password", _ => Json($$"""{"message":"ann:{{Canary}} and {{Canary}} are wrong"}""", HttpStatusCode.Forbidden) },
        { "echo in a page", request => Html($"<h1>No</h1><p>{request.Headers.Authorization}</p>", HttpStatusCode.InternalServerError) },
        { "echo split by markup", _ => Html($"<p>{Canary[..4]}<b></b>{Canary[4..]}</p>", HttpStatusCode.BadGateway) },
        { "echo in entities", _ => Html("<p>" + string.Concat(Canary.Select(c => $"&#{(int)c};")) + "</p>", HttpStatusCode.BadGateway) },
        { "echo with hidden characters", _ => Html("<p>" + string.Join('\u200b', Canary.ToCharArray()) + "</p>", HttpStatusCode.BadGateway) },
        { "echo in the request id", request => With(Json(status: HttpStatusCode.NotFound), ("x-request-id", request.Headers.Authorization!.Parameter!)) },
        { "echo at the redirect", _ => Redirect($"https://wiki.example.com/login?token={Canary}") },
        { "login page", _ => Html($"<form>login {Canary}</form>") },
        { "page", _ => Html($"<p>{Canary}</p>") },
        { "refused", _ => Status(HttpStatusCode.Unauthorized) },
        { "limited", _ => Status(HttpStatusCode.TooManyRequests, ("Retry-After", "3600")) },
        { "reset", _ => throw new HttpRequestException(HttpRequestError.ResponseEnded, "The response ended.", new IOException("reset")) },
        { "no name", _ => throw new HttpRequestException(HttpRequestError.NameResolutionError, "No such host (wiki.example.com:443)") },
        { "an exception that carries the request", request => throw new CarrierException(request) },
        { "a cause that carries the request", request => throw new HttpRequestException("failed", new CarrierException(request)) },
        { "proxy", _ => throw new HttpRequestException(HttpRequestError.ProxyTunnelError, $"The proxy tunnel request to proxy 'http://ann:{Canary}@proxy/' failed with status code '407'.") },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task T08_no_secret_is_in_an_exception_a_log_or_a_trace(string fault, Func<HttpRequestMessage, HttpResponseMessage> answer)
    {
        var traces = new StringBuilder();
        using ActivityListener listener = Listen(traces);
        using var harness = new HttpHarness(
            (_, request, _) => Task.FromResult(answer(request)), setup => setup.Credentials.Make = static _ => new(RequestCredential.Basic("ann", Canary)));

        Exception error = await Record.ExceptionAsync(() => harness.DriveAsync(harness.GetAsync($"search?cql={Canary}&token={Canary}"))) ?? throw new InvalidOperationException(fault);

        AssertClean(harness, error, traces);
    }

    [Fact]
    public async Task T08_no_secret_of_a_proxys_address_is_shown_when_the_proxy_refuses()
    {
        await using var proxy = new RawServer((_, socket, token) => RawServer.WriteAsync(socket, "403 Forbidden\r\nContent-Length: 0", [], token));
        var address = new UriBuilder(proxy.Address) { UserName = "ann", Password = Canary }.Uri;
        using var harness = new HttpHarness(configure: setup => setup.Socket = new SocketsHttpHandler { Proxy = new WebProxy(address), UseProxy = true });

        Exception error = (await Record.ExceptionAsync(() => harness.DriveAsync(harness.GetAsync())))!;

        Assert.IsType<UnavailableException>(error);
        AssertClean(harness, error, new StringBuilder());
    }

    [Fact]
    public async Task T08_no_secret_of_an_address_is_in_what_a_real_socket_traces()
    {
        var traces = new StringBuilder();
        using ActivityListener listener = Listen(traces);
        await using var server = new RawServer((_, socket, token) => RawServer.WriteAsync(socket, "404 Not Found\r\nContent-Length: 0", [], token));
        using var harness = new HttpHarness(configure: setup => (setup.Origin, setup.Credentials.Make) = (server.Address, static _ => new(RequestCredential.Bearer(Canary))));

        NotFoundException error = await Assert.ThrowsAsync<NotFoundException>(() => harness.GetAsync($"search?cql={Canary}"));

        Assert.Contains("127.0.0.1", traces.ToString(), StringComparison.Ordinal);
        AssertClean(harness, error, traces);
    }

    [Theory]
    [InlineData("c4n4ry-5ecret\r\nX-Injected: 1")]
    [InlineData("c4n4ry-5ecret\u00e9")]
    public async Task T08_a_token_that_cannot_be_sent_is_not_shown(string token)
    {
        await using var server = new RawServer((_, socket, stop) => RawServer.WriteJsonAsync(socket, "{}", stop));
        using var harness = new HttpHarness(configure: setup => (setup.Origin, setup.Credentials.Make) = (server.Address, _ => new(RequestCredential.Bearer(token))));

        Exception error = (await Record.ExceptionAsync(() => harness.DriveAsync(harness.GetAsync())))!;

        Assert.IsType<AuthenticationException>(error);
        AssertClean(harness, error, new StringBuilder());
    }

    [Fact]
    public void T08_a_credential_does_not_show_its_secret()
    {
        Assert.Equal("Bearer ***", RequestCredential.Bearer(Canary).ToString());
        Assert.Equal("Basic ***", $"{RequestCredential.Basic("ann", Canary)}");
        Assert.Equal("{}", System.Text.Json.JsonSerializer.Serialize(RequestCredential.Bearer(Canary)));
    }

    private static ActivityListener Listen(StringBuilder traces)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name is "System.Net.Http" or "Microsoft.Extensions.Http" or "Polly",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                lock (traces)
                {
                    traces.AppendLine(activity.DisplayName).AppendJoin('\n', activity.TagObjects).AppendJoin('\n', activity.Events.SelectMany(e => e.Tags)).AppendLine(activity.StatusDescription);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    private static void AssertClean(HttpHarness harness, Exception error, StringBuilder traces)
    {
        var everything = new StringBuilder(error.ToString()).AppendLine().Append(traces);
        for (Exception? link = error; link is not null; link = link.InnerException)
        {
            everything.AppendJoin(' ', link.Data.Values.Cast<object?>()).AppendLine((link as IntegrationException)?.RequestId).AppendLine((link as IntegrationException)?.ErrorCode);
        }

        foreach (Microsoft.Extensions.Logging.Testing.FakeLogRecord record in harness.Logs.GetSnapshot())
        {
            everything.AppendLine(record.Message).Append(record.Exception).AppendJoin(' ', record.StructuredState ?? []);
        }

        Assert.DoesNotContain(Canary, everything.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Encoded, everything.ToString(), StringComparison.Ordinal);
    }

    private sealed class CarrierException(HttpRequestMessage request) : Exception($"{request.RequestUri} {request.Headers.Authorization} {Canary}");
}
