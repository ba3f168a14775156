using System.Net;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Http.OAuth;
using NSubstitute;

namespace Navo.Integrations.Core.Tests.Http.OAuth;

/// <summary>What is asked of a token endpoint, what is believed of its answers, and where a rotated refresh token goes.</summary>
public sealed class OAuthTokenSourceTests : IDisposable
{
    private readonly FakeTimeProvider _time = new(new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly OAuthOptions _options = new() { ClientId = "id", ClientSecret = "s3cret", RefreshToken = "first", TokenUrl = new("https://auth.example.test/token") };
    private readonly IOAuthTokenStore _store = Substitute.For<IOAuthTokenStore>();
    private readonly List<string> _forms = [];
    private readonly Queue<Func<HttpResponseMessage>> _answers = [];
    private readonly ScriptedHandler _socket;

    public OAuthTokenSourceTests() => _socket = new(_time, async (_, request, token) =>
    {
        _forms.Add(await request.Content!.ReadAsStringAsync(token));
        Assert.Equal((HttpMethod.Post, "application/json"), (request.Method, request.Headers.Accept.Single().MediaType));
        return _answers.Dequeue()();
    });

    [Fact]
    public async Task Row007_Client_credentials_are_sent_in_the_form_and_the_token_lasts_as_long_as_it_says()
    {
        _options.Grant = OAuthGrant.ClientCredentials;
        Answer("""{"access_token":"a1","token_type":"Bearer","expires_in":3600}""", """{"access_token":"a2","token_type":"bearer"}""");
        OAuthTokenSource source = Source(store: null);
        Assert.Equal("a1", await TokenOf(source));
        Assert.Equal(["grant_type=client_credentials&client_id=id&client_secret=s3cret"], _forms);
        _time.Advance(TimeSpan.FromMinutes(55) - TimeSpan.FromTicks(1));
        Assert.Equal("a1", await TokenOf(source));
        _time.Advance(TimeSpan.FromTicks(1));
        Assert.Equal("a2", await TokenOf(source));
    }

    [Fact]
    public async Task Row007_A_rotated_refresh_token_is_saved_before_the_access_token_is_used()
    {
        Answer("""{"access_token":"a1","refresh_token":"second","expires_in":3600}""");
        OAuthTokenSource source = Source();
        Assert.Equal("a1", await TokenOf(source));
        Assert.Equal(["grant_type=refresh_token&client_id=id&client_secret=s3cret&refresh_token=first"], _forms);
        await _store.Received(1).SaveAsync("second", Arg.Any<CancellationToken>());
    }

    [Theory]
    [InlineData("first")]
    [InlineData("")]
    public async Task A_refresh_token_that_stays_is_not_saved(string returned)
    {
        Answer($$"""{"access_token":"a1","refresh_token":"{{returned}}"}""");
        await TokenOf(Source());
        await _store.DidNotReceiveWithAnyArgs().SaveAsync(null!, HttpHarness.Token);
    }

    [Fact]
    public async Task What_the_store_holds_goes_before_what_is_configured()
    {
        _store.ReadAsync(HttpHarness.Token).ReturnsForAnyArgs("stored");
        Answer("""{"access_token":"a1"}""");
        await TokenOf(Source());
        Assert.EndsWith("refresh_token=stored", _forms.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_any_refresh_token_the_missing_consent_is_told()
    {
        _options.RefreshToken = null;
        _store.ReadAsync(HttpHarness.Token).ReturnsForAnyArgs("");
        AuthenticationException failure = await Assert.ThrowsAsync<AuthenticationException>(() => TokenOf(Source()));
        Assert.Equal("There is no refresh token: the token store holds none, and OAuth:RefreshToken is not set.", failure.Message);
        Assert.Contains("offline_access", failure.Remedy, StringComparison.Ordinal);
        Assert.Empty(_forms);
    }

    [Fact]
    public async Task F13_A_token_that_another_process_used_is_replaced_by_the_one_that_it_saved()
    {
        _store.ReadAsync(HttpHarness.Token).ReturnsForAnyArgs("first", "second");
        Answer(Refusal("invalid_grant"), """{"access_token":"a1"}""");
        Assert.Equal("a1", await TokenOf(Source()));
        Assert.Equal(["first", "second"], _forms.Select(form => form.Split("refresh_token=")[^1]));
    }

    [Theory]
    [InlineData("first")]
    [InlineData(null)]
    public async Task F13_A_consent_that_is_lost_is_told_so(string? stored)
    {
        _store.ReadAsync(HttpHarness.Token).ReturnsForAnyArgs(stored);
        Answer(Refusal("invalid_grant"));
        AuthenticationException failure = await Assert.ThrowsAsync<AuthenticationException>(() => TokenOf(Source()));
        Assert.Equal(("invalid_grant", "The refresh token is unknown, expired, revoked or was used before, and the token store holds no other."), (failure.ErrorCode, failure.Message));
        Assert.Contains("consent again", failure.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_could_not_be_saved_is_held_and_saved_by_the_next_call()
    {
        bool isBroken = true;
        _store.SaveAsync(null!, HttpHarness.Token).ReturnsForAnyArgs(_ => isBroken ? throw new InvalidOperationException("s3cret") : default);
        Answer("""{"access_token":"a1","refresh_token":"second","expires_in":3600}""");
        OAuthTokenSource source = Source();
        AuthenticationException failure = await Assert.ThrowsAsync<AuthenticationException>(() => TokenOf(source));
        Assert.Equal("The token store could not save the new refresh token, so the access token that came with it is not used (InvalidOperationException).", failure.Message);
        Assert.True(failure.IsTransient);
        Assert.Contains("do not restart", failure.Remedy, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", failure.ToString(), StringComparison.Ordinal);

        isBroken = false;
        Assert.Equal("a1", await TokenOf(source)); // the answer that was held back
        Assert.Single(_forms);
        await _store.ReceivedWithAnyArgs(2).SaveAsync(null!, HttpHarness.Token);
    }

    [Fact]
    public async Task A_refresh_token_that_came_with_a_worthless_answer_is_saved_all_the_same()
    {
        Answer("""{"refresh_token":"second"}""");
        ProtocolException failure = await Assert.ThrowsAsync<ProtocolException>(() => TokenOf(Source()));
        Assert.Equal("The token endpoint answers without an access token.", failure.Message);
        await _store.Received(1).SaveAsync("second", Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task A_store_that_hangs_is_given_up_after_half_a_minute()
    {
        _store.ReadAsync(HttpHarness.Token).ReturnsForAnyArgs(call => new(new TaskCompletionSource<string?>().Task));
        Task<string> asked = TokenOf(Source());
        await DeadlineAndQueueTests.UntilAsync(() => _store.ReceivedCalls().Any());
        while (!asked.IsCompleted)
        {
            _time.Advance(TimeSpan.FromSeconds(30));
            await Task.Yield();
        }

        AuthenticationException failure = await Assert.ThrowsAsync<AuthenticationException>(() => asked);
        Assert.StartsWith("The token store could not be read (", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"access_token":""}""", "answers without an access token")]
    [InlineData("""{"access_token":"a","token_type":"mac"}""", "gives a token of another type than bearer")]
    [InlineData("null", "answers with something else than JSON")]
    [InlineData("<html>", "answers with something else than JSON")]
    public async Task F12_A_malformed_answer_is_told_so(string body, string complaint)
    {
        _options.Grant = OAuthGrant.ClientCredentials;
        Answer(body);
        ProtocolException failure = await Assert.ThrowsAsync<ProtocolException>(() => TokenOf(Source(store: null)));
        Assert.Equal($"The token endpoint {complaint}.", failure.Message);
        Assert.Contains("OAuth:TokenUrl", failure.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refresh_grant_without_a_store_is_a_mistake_of_the_configuration() =>
        await Assert.ThrowsAsync<ConfigurationException>(() => TokenOf(Source(store: null)));

    public void Dispose() => _socket.Dispose();

    private static string Refusal(string code) => $"!{code}";

    private void Answer(params string[] bodies)
    {
        foreach (string body in bodies)
        {
            _answers.Enqueue(() => body[0] == '!'
                ? throw new AuthenticationException("refused") { ErrorCode = body[1..], StatusCode = 400 }
                : new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(body, Encoding.UTF8, "application/json") });
        }
    }

    private OAuthTokenSource Source() => Source(_store);

    private OAuthTokenSource Source(IOAuthTokenStore? store) => new(() => _options, () => new HttpClient(_socket, disposeHandler: false), store, _time);

    private static async Task<string> TokenOf(OAuthTokenSource source) => (await source.GetAsync(HttpHarness.Token))!.Header.Parameter!;
}
