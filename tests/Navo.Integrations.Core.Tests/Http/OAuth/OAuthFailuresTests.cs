using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Http.OAuth;

namespace Navo.Integrations.Core.Tests.Http.OAuth;

/// <summary>Failures of a token endpoint keep what helps and nothing of the answer.</summary>
public sealed class OAuthFailuresTests
{
    [Fact]
    public void T08_A_limit_keeps_its_times()
    {
        DateTimeOffset at = DateTimeOffset.UnixEpoch.AddHours(1);
        ThrottledException told = Assert.IsType<ThrottledException>(OAuthFailures.OfEndpoint(new ThrottledException("s3cret") { StatusCode = 429, RetryAfter = TimeSpan.FromSeconds(9), RetryAt = at }));
        Assert.Equal(("The token endpoint limits the calls.", 429, TimeSpan.FromSeconds(9), at), (told.Message, told.StatusCode, told.RetryAfter, told.RetryAt));
    }

    [Fact]
    public void T08_An_outage_keeps_its_cause_and_what_to_do()
    {
        IOException cause = new("x");
        UnavailableException told = Assert.IsType<UnavailableException>(OAuthFailures.OfEndpoint(
            new UnavailableException("s3cret", cause) { StatusCode = 503, RetryAfter = TimeSpan.FromSeconds(9), IsTransient = false, Remedy = "wait" }));
        Assert.Equal(("The token endpoint can't be reached, or fails.", 503, TimeSpan.FromSeconds(9), false, "wait"), (told.Message, told.StatusCode, told.RetryAfter, told.IsTransient, told.Remedy));
        Assert.Same(cause, told.InnerException);
    }

    [Fact]
    public void A_timeout_and_a_page_for_people_have_words_of_our_own()
    {
        Assert.Equal("The token endpoint did not answer in time.", Assert.IsType<IntegrationTimeoutException>(OAuthFailures.OfEndpoint(new IntegrationTimeoutException("s3cret"))).Message);
        ProtocolException page = Assert.IsType<ProtocolException>(OAuthFailures.OfEndpoint(new ProtocolException("s3cret") { StatusCode = 302 }));
        Assert.Equal(("The token endpoint redirects, or answers with something else than JSON.", 302), (page.Message, page.StatusCode));
    }

    [Theory]
    [InlineData("invalid_client", "The token endpoint does not accept the client.", "OAuth:ClientSecret")]
    [InlineData("unauthorized_client", "The token endpoint does not accept the client.", "OAuth:ClientSecret")]
    [InlineData("access_denied", "The token endpoint does not accept the client.", "OAuth:ClientSecret")]
    [InlineData("invalid_scope", "The token endpoint refuses the request (invalid_scope).", "TokenUrl")]
    [InlineData(null, "The token endpoint refuses the request (status 400).", "TokenUrl")]
    [InlineData("invalid_grant", "The refresh token is unknown, expired, revoked or was used before, and the token store holds no other.", "consent")]
    public void A_refusal_says_what_to_mend(string? code, string message, string remedy)
    {
        AuthenticationException told = Assert.IsType<AuthenticationException>(OAuthFailures.OfEndpoint(new AuthenticationException("s3cret") { ErrorCode = code, StatusCode = 400 }));
        Assert.Equal((message, code), (told.Message, told.ErrorCode));
        Assert.Contains(remedy, told.Remedy, StringComparison.Ordinal);
        Assert.Equal(code == "invalid_grant" ? null : 400, told.StatusCode);
    }

    [Theory]
    [InlineData("""{"error":"invalid_grant"}""", "invalid_grant")]
    [InlineData("""{"error":"invalid_client"}""", "invalid_client")]
    [InlineData("""{"error":"unauthorized_client"}""", "unauthorized_client")]
    [InlineData("""{"error":"access_denied"}""", "access_denied")]
    [InlineData("""{"error":"invalid_request"}""", "invalid_request")]
    [InlineData("""{"error":"invalid_scope"}""", "invalid_scope")]
    [InlineData("""{"error":"unsupported_grant_type"}""", "unsupported_grant_type")]
    [InlineData("""{"error":"server_error"}""", "server_error")]
    [InlineData("""{"error":"temporarily_unavailable"}""", "temporarily_unavailable")]
    [InlineData("""{"error":""}""", null)]
    [InlineData("""{"error":"s3cret"}""", null)]
    [InlineData("""{"error":7}""", null)]
    [InlineData("""{"other":"invalid_grant"}""", null)]
    public void T08_Only_codes_that_are_known_are_repeated(string body, string? code) =>
        Assert.Equal((code, null), (new OAuthErrorBodies().Read(400, System.Text.Encoding.UTF8.GetBytes(body)) is var read ? read.Code : null, read.Message));

    [Fact]
    public void Secrets_make_it_configured_one_by_one()
    {
        Assert.False(new OAuthOptions().IsConfigured);
        Assert.True(new OAuthOptions { ClientId = "x" }.IsConfigured);
        Assert.True(new OAuthOptions { ClientSecret = "x" }.IsConfigured);
        Assert.True(new OAuthOptions { RefreshToken = "x" }.IsConfigured);
        Assert.Equal((OAuthGrant.RefreshToken, TimeSpan.FromMinutes(5)), (new OAuthOptions().Grant, new OAuthOptions().RefreshAhead));
    }
}
