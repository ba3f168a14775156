using System.Buffers.Text;
using Azure.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Navo.Integrations.Abstractions;
using Navo.Integrations.SharePoint.Internal;
using NSubstitute;

namespace Navo.Integrations.SharePoint.Tests.Adversary;

/// <summary>An authority that answers anything, applications whose callbacks fail, secrets that change.</summary>
public sealed class CredentialLeakTests
{
    private const string Secret = DecentTenant.Canary;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<int, string, string> Answers => new()
    {
        { 200, "", "application/json" }, { 200, "null", "application/json" }, { 200, "[]", "application/json" }, { 200, "{}", "application/json" }, { 200, "{\"access_token\":null}", "application/json" }, { 200, "{\"access_token\":5}", "application/json" },
        { 200, "{\"token_type\":\"Bearer\",\"access_token\":\"a b\\r\\nc\",\"expires_in\":3600}", "application/json" }, { 200, "{\"token_type\":\"Bearer\",\"access_token\":\"\",\"expires_in\":3600}", "application/json" },
        { 200, $"{{\"token_type\":\"Bearer\",\"access_token\":\"{Secret} \",\"expires_in\":\"never\"}}", "application/json" }, { 200, $"<html>{Secret} Sign in</html>", "text/html" }, { 200, $"{Secret}", "text/plain" }, { 302, "", "text/plain" },
        { 400, $"{{\"error\":\"invalid_client\",\"error_description\":\"AADSTS7000215: the secret {Secret} is wrong\"}}", "application/json" }, { 401, $"{{\"error\":\"{Secret}\"}}", "application/json" }, { 400, $"{{\"error\":{{\"code\":\"{Secret}\"}}}}", "application/json" },
        { 400, $"{{\"error\":\"invalid_client\",\"error_codes\":[\"{Secret}\"],\"claims\":\"{Secret}\",\"suberror\":\"{Secret}\"}}", "application/json" }, { 401, $"client_secret={Secret}", "text/plain" }, { 400, "{\"error\":\"\\ud800\"}", "application/json" },
        { 403, $"<html>{Secret}</html>", "text/html" }, { 404, "", "text/plain" }, { 500, $"{Secret}", "text/plain" }, { 503, "{\"error\":\"temporarily_unavailable\"}", "application/json" },
    };

    [Theory, MemberData(nameof(Answers))]
    public async Task T08_whatever_the_authority_answers_the_failure_is_of_the_family_and_tells_no_secret(int status, string body, string mediaType)
    {
        await using HostileSharePoint sharePoint = new(AsApplication);
        sharePoint.Graph.On("/oauth2/v2.0/token", _ => status == 302 ? HostileGraph.Redirect("https://evil.example/token") : HostileGraph.Answer(body, status, mediaType));
        foreach ((string name, Func<ISharePointClient, Task> call) in Doors.All(Token).Where(door => door.Name is "document as service" or "search as service" or "refresh as service" or "bytes as service"))
        {
            Exception? failure = await HostileSharePoint.FailureOfAsync(() => call(sharePoint.Client), name);
            Assert.True(failure is AuthenticationException or ProtocolException or UnavailableException, $"{name}: {failure}");
        }

        IntegrationHealth health = await sharePoint.Client.CheckHealthAsync(Token);
        Assert.DoesNotContain(Secret, string.Join(' ', health.Features.Select(feature => feature.ToString())), StringComparison.Ordinal);
        Assert.DoesNotContain(sharePoint.Graph.Requests, request => request.Address.Host == "graph.microsoft.com");
        sharePoint.AssertKept();
    }

    [Fact]
    public async Task T08_the_secret_goes_to_the_authority_only_and_is_told_nobody()
    {
        await using HostileSharePoint sharePoint = new(options =>
        {
            AsApplication(options);
            options.Cache.Enabled = true;
        });
        foreach ((string name, Func<ISharePointClient, Task> call) in Doors.All(Token))
        {
            await HostileSharePoint.FailureOfAsync(() => call(sharePoint.Client), name);
        }

        Assert.All(sharePoint.Graph.Requests, request => Assert.True(request.Address.Host == "login.microsoftonline.com" || !$"{request.Address} {request.Body}".Contains(Secret, StringComparison.Ordinal)));
        SharePointOptions options = sharePoint.Services.GetRequiredService<IOptionsMonitor<SharePointOptions>>().CurrentValue;
        Assert.DoesNotContain(Secret, System.Text.Json.JsonSerializer.Serialize(new { options.TenantId, Text = options.ToString(), Client = sharePoint.Client.ToString() }), StringComparison.Ordinal);
        sharePoint.AssertKept();
    }

    public static TheoryData<string> Callbacks => ["assertion", "cancelled assertion", "credential", "certificate", "site groups"];

    [Theory, MemberData(nameof(Callbacks))]
    public async Task F09_a_callback_of_the_application_that_fails_fails_within_the_family(string which)
    {
        Exception failing = which == "cancelled assertion" ? new OperationCanceledException() : new InvalidOperationException($"no {Secret}");
        await using HostileSharePoint sharePoint = new(options =>
        {
            switch (which)
            {
                case "credential":
                    TokenCredential credential = Substitute.For<TokenCredential>();
                    credential.GetTokenAsync(default, default).ReturnsForAnyArgs<AccessToken>(_ => throw failing);
                    options.AccessToken = null;
                    options.UseCredential(credential);
                    break;
                case "certificate":
                    AsApplication(options);
                    options.ClientSecret = null;
                    options.UseCertificate(() => throw failing);
                    break;
                case "site groups":
                    ISiteGroupResolver resolver = Substitute.For<ISiteGroupResolver>();
                    resolver.ResolveAsync(default!, default).ReturnsForAnyArgs<IReadOnlyList<AccessPrincipal>?>(_ => throw failing);
                    options.UseSiteGroupResolver(resolver);
                    break;
                default:
                    AsApplication(options);
                    options.UseUserAssertions((_, _) => throw failing);
                    break;
            }
        });
        sharePoint.Graph.On("/permissions", """{"value":[{"roles":["read"],"grantedToV2":{"siteGroup":{"id":"5"}}}]}""");
        foreach ((string name, Func<ISharePointClient, Task> call) in Doors.All(Token))
        {
            await HostileSharePoint.FailureOfAsync(() => call(sharePoint.Client), $"{name}: {which}");
        }

        sharePoint.AssertKept();
    }

    [Fact]
    public async Task Row014_a_rotated_secret_is_used_for_users_too()
    {
        IOptionsMonitor<SharePointOptions> monitor = Substitute.For<IOptionsMonitor<SharePointOptions>>();
        Action<SharePointOptions, string?>? changed = null;
        monitor.OnChange(Arg.Do<Action<SharePointOptions, string?>>(listener => changed = listener));
        monitor.Get(default).ReturnsForAnyArgs(WithSecret("before"));
        await using HostileSharePoint sharePoint = new(start: TimeProvider.System.GetUtcNow(), register: services => services.AddSingleton(monitor));
        sharePoint.Graph.On("/oauth2/v2.0/token", $$"""{"token_type":"Bearer","access_token":"{{Secret}}","expires_in":1}"""); // the library keeps those that live longer
        await sharePoint.Client.SearchAsync(new("plan"), DecentTenant.Reader, Token);
        Assert.All(Secrets(sharePoint), secret => Assert.Equal("before", secret));

        changed!(WithSecret("after"), string.Empty);
        sharePoint.Graph.Forget();
        sharePoint.Time.Advance(TimeSpan.FromMinutes(1)); // the token of the user has ended
        await sharePoint.Client.SearchAsync(new("plan"), DecentTenant.Reader, Token);
        Assert.NotEmpty(Secrets(sharePoint));
        Assert.All(Secrets(sharePoint), secret => Assert.Equal("after", secret));
    }

    [Theory]
    [InlineData("""{"idtyp":5}""", false)]
    [InlineData("""{"idtyp":null}""", false)]
    [InlineData("""{"idtyp":"\ud800"}""", false)]
    [InlineData("""{"idtyp":{"app":"app"}}""", false)]
    [InlineData("""["app"]""", false)]
    [InlineData("""{"idtyp":"app","scp":null}""", false)]
    [InlineData("""{"idtyp":"app"}""", true)]
    public void A_ready_token_of_any_shape_has_a_kind(string payload, bool isApplication) =>
        Assert.Equal(isApplication, AccessTokenKind.IsApplication($"x.{Base64Url.EncodeToString(System.Text.Encoding.UTF8.GetBytes(payload))}.y"));

    private static IReadOnlyList<string> Secrets(HostileSharePoint sharePoint) =>
        [.. sharePoint.Graph.Requests.Where(request => request.Body.Contains("client_secret=", StringComparison.Ordinal)).Select(request => request.Body.Split("client_secret=")[1].Split('&')[0])];

    private static SharePointOptions WithSecret(string secret)
    {
        SharePointOptions options = new() { SearchRegion = "NAM", ResourceUnitsPerMinute = 0 };
        AsApplication(options);
        options.ClientSecret = secret;
        options.Cache.Enabled = false;
        options.UseUserAssertions((_, _) => new("assertion"));
        return options;
    }

    private static void AsApplication(SharePointOptions options)
    {
        options.AccessToken = null;
        (options.TenantId, options.ClientId, options.ClientSecret) = ("tenant", "client", Secret);
    }
}
