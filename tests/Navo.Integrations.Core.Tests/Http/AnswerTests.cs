using System.Net;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Http;
using static Navo.Integrations.Core.Tests.Http.Answers;

namespace Navo.Integrations.Core.Tests.Http;

public sealed class AnswerTests
{
    [Theory]
    [InlineData("text/html")]
    [InlineData("Text/HTML; charset=utf-8")]
    [InlineData("application/xhtml+xml")]
    public async Task F10_a_login_page_with_status_200_is_an_authentication_error(string type)
    {
        using var harness = new HttpHarness(InOrder(() => Html("<form>Log in <input type='password'></form>", type: type)));

        AuthenticationException error = await Assert.ThrowsAsync<AuthenticationException>(() => harness.GetAsync());

        Assert.Equal((200, 1), (error.StatusCode, harness.Server.Count));
        Assert.Contains("login page", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task F10_another_page_for_people_is_a_protocol_error()
    {
        using var harness = new HttpHarness(InOrder(() => Html("<h1>We are moving house</h1>")));

        ProtocolException error = await Assert.ThrowsAsync<ProtocolException>(() => harness.GetAsync());

        Assert.Equal(200, error.StatusCode);
    }

    [Fact]
    public async Task F10_a_redirect_to_a_login_page_is_an_authentication_error()
    {
        using var harness = new HttpHarness(InOrder(() => Redirect("https://id.example.com/login?continue=x")));

        await Assert.ThrowsAsync<AuthenticationException>(() => harness.GetAsync());

        Assert.Equal(1, harness.Server.Count);
    }

    [Theory]
    [InlineData("https://wiki.example.com/pages/2")]
    [InlineData("/pages/1")]
    [InlineData("https://evil.example.net/")]
    [InlineData("not an address\\")]
    public async Task F19_F20_a_redirect_is_not_followed_wherever_it_leads(string location)
    {
        using var harness = new HttpHarness(InOrder(() => Redirect(location)));

        ProtocolException error = await Assert.ThrowsAsync<ProtocolException>(() => harness.GetAsync());

        Assert.Equal((302, 1), (error.StatusCode, harness.Server.Count));
        Assert.DoesNotContain(location, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized, typeof(AuthenticationException), false)]
    [InlineData(HttpStatusCode.ProxyAuthenticationRequired, typeof(AuthenticationException), false)]
    [InlineData(HttpStatusCode.Forbidden, typeof(PermissionException), false)]
    [InlineData(HttpStatusCode.NotFound, typeof(NotFoundException), false)]
    [InlineData(HttpStatusCode.BadRequest, typeof(InvalidQueryException), false)]
    [InlineData(HttpStatusCode.RequestEntityTooLarge, typeof(InvalidQueryException), false)]
    [InlineData(HttpStatusCode.TooManyRequests, typeof(ThrottledException), true)]
    [InlineData(HttpStatusCode.InternalServerError, typeof(UnavailableException), true)]
    [InlineData(HttpStatusCode.ServiceUnavailable, typeof(UnavailableException), true)]
    [InlineData(HttpStatusCode.RequestTimeout, typeof(UnavailableException), true)]
    public async Task F15_a_status_becomes_one_of_the_family(HttpStatusCode status, Type family, bool isTransient)
    {
        using var harness = new HttpHarness(
            InOrder(() => With(Json("""{"code":"E7","message":"It says so."}""", status), ("x-request-id", "r-1"))), setup => setup.Options.MaxRetryAttempts = 0);

        IntegrationException error = await Assert.ThrowsAnyAsync<IntegrationException>(() => harness.WithinAsync(TimeSpan.FromSeconds(30), () => harness.GetAsync()));

        Assert.IsType(family, error);
        Assert.Equal(isTransient, error.IsTransient);
        Assert.Equal(((int)status, "r-1", "E7", "get", "42", "wiki"), (error.StatusCode, error.RequestId, error.ErrorCode, error.Operation, error.ItemId, error.Integration.ToString()));
        Assert.Contains("It says so.", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"code\":\"\\ud800\"}")]
    [InlineData("{\"code\":")]
    [InlineData("[]")]
    [InlineData("")]
    public async Task F15_a_body_that_says_nothing_does_not_hide_the_status(string body)
    {
        using var harness = new HttpHarness(InOrder(() => Json(body, HttpStatusCode.NotFound)));

        NotFoundException error = await Assert.ThrowsAsync<NotFoundException>(() => harness.GetAsync());

        Assert.Equal((404, null), (error.StatusCode, error.ErrorCode));
    }

    [Fact]
    public async Task F15_what_is_absent_and_what_is_hidden_are_told_in_the_same_words()
    {
        using var harness = new HttpHarness(InOrder(() => Status(HttpStatusCode.NotFound)));

        NotFoundException error = await Assert.ThrowsAsync<NotFoundException>(() => harness.GetAsync());

        Assert.Contains("absent or not visible", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task F04_a_503_that_asks_for_too_long_a_wait_is_throttled_and_a_500_says_when_too()
    {
        using var limited = new HttpHarness(InOrder(() => Status(HttpStatusCode.ServiceUnavailable, ("Retry-After", "600"))));
        using var failing = new HttpHarness(InOrder(() => Status(HttpStatusCode.InternalServerError, ("Retry-After", "600"))));

        Assert.Equal(TimeSpan.FromSeconds(600), (await Assert.ThrowsAsync<ThrottledException>(() => limited.GetAsync())).RetryAfter);
        Assert.Equal(TimeSpan.FromSeconds(600), (await Assert.ThrowsAsync<UnavailableException>(() => failing.GetAsync())).RetryAfter);
        Assert.Equal((1, 1), (limited.Server.Count, failing.Server.Count));
    }

    [Fact]
    public void T20_lone_surrogates_are_left_out() => Assert.Equal("lone", CleanText.Of($"{(char)0xd800} lone {(char)0xdfff}", null));

    [Theory]
    [InlineData("a\u202eb\u200bc", "abc")]
    [InlineData("line\r\nX-Injected: 1", "line X-Injected: 1")]
    [InlineData("&#27;[31mred&#13;&#10;line", "[31mred line")]
    [InlineData("<b>bold</b> &amp; plain", "bold & plain")]
    [InlineData("&lt;script&gt;evil()&lt;/script&gt;", "evil()")]
    [InlineData("<unclosed", null)]
    [InlineData(" \u2028 ", null)]
    [InlineData(null, null)]
    public void T20_text_of_a_vendor_is_made_fit_for_a_message(string? text, string? shown) => Assert.Equal(shown, CleanText.Of(text, null));
}
