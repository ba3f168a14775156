using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Azure.Core;
using Microsoft.Extensions.Time.Testing;
using Navo.Integrations.Abstractions;
using Navo.Integrations.SharePoint.Internal;
using Navo.Integrations.Testing.SharePoint;

namespace Navo.Integrations.SharePoint.Tests.Simulated;

/// <summary>Tokens: every kind of credential, kept, renewed, challenged, rotated.</summary>
public sealed class CredentialTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Row009_one_token_serves_many_calls_and_concurrent_first_calls_share_one()
    {
        await using SimulatedSharePoint sharePoint = await SimulatedSharePoint.StartAsync();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => sharePoint.Client.GetMetadataAsync(sharePoint.IdOf("Deployment process.md"), AccessContext.Service, Token)));
        await sharePoint.Client.GetMetadataAsync(sharePoint.IdOf("Pricing.md"), AccessContext.Service, Token);
        Assert.Equal(1, sharePoint.Simulator.IssuedTokens);
    }

    [Theory]
    [InlineData("callback")]
    [InlineData("pem")]
    [InlineData("pfx")]
    public async Task Row009_a_certificate_proves_the_application(string form)
    {
        using X509Certificate2 certificate = CreateCertificate();
        string file = Path.Combine(Path.GetTempPath(), $"navo-{Guid.CreateVersion7():N}.{form}");
        try
        {
            await File.WriteAllBytesAsync(file, form == "pfx" ? certificate.Export(X509ContentType.Pfx, "pässword") : System.Text.Encoding.ASCII.GetBytes($"{certificate.ExportCertificatePem()}\n{certificate.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem()}"), Token);
            await using SimulatedSharePoint sharePoint = await SimulatedSharePoint.StartAsync(configure: (_, o) =>
            {
                o.ClientSecret = null;
                if (form == "callback")
                {
                    o.UseCertificate(() => certificate);
                }
                else
                {
                    (o.CertificateFile, o.CertificatePassword) = (file, form == "pfx" ? "pässword" : null);
                }
            });
            Assert.Equal("Pricing.md", (await sharePoint.Client.GetDocumentAsync(sharePoint.IdOf("Pricing.md"), AccessContext.Service, Token)).Name);
            IntegrationHealth health = await sharePoint.Client.CheckHealthAsync(Token);
            Assert.Equal(form == "callback" ? null : new DateTimeOffset(certificate.NotAfter), health.Features.FirstOrDefault(feature => feature.Name == "certificate")?.EndsAt);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task Row010_the_certificate_is_loaded_once_for_all_users_and_anew_when_credentials_are_refreshed()
    {
        int loaded = 0;
        using X509Certificate2 certificate = CreateCertificate();
        await using SimulatedSharePoint sharePoint = await SimulatedSharePoint.StartAsync(configure: (simulator, o) =>
        {
            o.ClientSecret = null;
            o.UseCertificate(() => (++loaded, certificate).certificate);
            o.UseUserAssertions((user, _) => new(simulator.AssertionOf(user.Value)));
        });
        ContentId id = sharePoint.IdOf("Deployment process.md");
        await sharePoint.Client.CheckPermissionsAsync(id, AccessContext.Service, Token);
        int first = loaded;
        foreach (string name in (string[])["ada", "ben", "cleo", "dan"])
        {
            await sharePoint.Client.CheckPermissionsAsync(id, SimulatedSharePoint.Reader(name), Token);
        }

        Assert.Equal((1, 1), (first, loaded));
        await sharePoint.Client.RefreshCredentialsAsync(Token);
        await sharePoint.Client.CheckPermissionsAsync(id, SimulatedSharePoint.Reader("ben"), Token);
        Assert.Equal(2, loaded);
    }

    [Fact]
    public async Task Row009_any_token_credential_serves()
    {
        await using SimulatedSharePoint sharePoint = await SimulatedSharePoint.StartAsync(configure: (simulator, o) =>
        {
            o.ClientSecret = null;
            o.UseCredential(new FixedCredential(simulator));
        });
        Assert.Equal("Pricing.md", (await sharePoint.Client.GetDocumentAsync(sharePoint.IdOf("Pricing.md"), AccessContext.Service, Token)).Name);
    }

    [Fact]
    public async Task A_wrong_secret_is_told_by_the_authoritys_code_and_nothing_else()
    {
        await using SimulatedSharePoint sharePoint = await SimulatedSharePoint.StartAsync(configure: (_, o) => o.ClientSecret = "wrong-secret-value");
        AuthenticationException refused = await Assert.ThrowsAsync<AuthenticationException>(() => sharePoint.Client.GetDocumentAsync(sharePoint.IdOf("Pricing.md"), AccessContext.Service, Token));
        Assert.Equal("AADSTS7000215", refused.ErrorCode);
        Assert.Contains("ClientSecret", refused.Remedy, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong-secret-value", refused.ToString() + sharePoint.Output.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Row013_tokens_that_were_revoked_are_replaced_once()
    {
        await using SimulatedSharePoint sharePoint = await SimulatedSharePoint.StartAsync(configure: (_, o) => o.Cache.Enabled = false);
        await sharePoint.Client.GetDocumentAsync(sharePoint.IdOf("Pricing.md"), AccessContext.Service, Token);
        sharePoint.Simulator.RevokeTokens();
        await sharePoint.Client.GetDocumentAsync(sharePoint.IdOf("Pricing.md"), AccessContext.Service, Token);
        Assert.Equal(2, sharePoint.Simulator.IssuedTokens);
    }

    [Fact]
    public async Task Row009_a_token_is_renewed_before_it_ends()
    {
        FakeTimeProvider time = new(TimeProvider.System.GetUtcNow());
        await using SimulatedSharePoint sharePoint = await SimulatedSharePoint.StartAsync(time, (_, o) => o.Cache.Enabled = false);
        await sharePoint.Client.GetDocumentAsync(sharePoint.IdOf("Pricing.md"), AccessContext.Service, Token);
        time.Advance(TimeSpan.FromMinutes(59.5));
        await sharePoint.Client.GetDocumentAsync(sharePoint.IdOf("Pricing.md"), AccessContext.Service, Token);
        Assert.DoesNotContain(sharePoint.Simulator.Requests, request => request.Status == 401);
    }

    [Fact]
    public async Task Row012_a_claims_challenge_is_answered_once_with_the_claims()
    {
        await using SimulatedSharePoint sharePoint = await SimulatedSharePoint.StartAsync();
        sharePoint.Simulator.DemandsClaims = true;
        SharePointItem item = await sharePoint.Client.GetDocumentAsync(sharePoint.IdOf("Pricing.md"), AccessContext.Service, Token);
        Assert.Equal("Pricing.md", item.Name);
        Assert.Equal(2, sharePoint.Simulator.IssuedTokens);
        Assert.Equal(1, sharePoint.Simulator.Requests.Count(request => request.Status == 401));
    }

    [Fact]
    public async Task Row012_claims_that_no_token_satisfies_are_the_callers_to_solve()
    {
        await using SimulatedSharePoint sharePoint = await SimulatedSharePoint.StartAsync(configure: (simulator, o) => (o.ClientSecret, o.AccessToken) = (null, simulator.UserToken(GraphTenant.Person("eve"))));
        sharePoint.Simulator.DemandsClaims = true;
        ClaimsChallengeException challenge = await Assert.ThrowsAsync<ClaimsChallengeException>(() => sharePoint.Client.GetDocumentAsync(sharePoint.IdOf("Pricing.md"), AccessContext.Service, Token));
        Assert.Contains("\"nbf\"", challenge.Claims, StringComparison.Ordinal);
        Assert.Equal(401, challenge.StatusCode);
        Assert.False(challenge.IsTransient);
    }

    [Theory]
    [InlineData(SharePointCloud.Global, "https://graph.microsoft.com/v1.0", "https://login.microsoftonline.com/")]
    [InlineData(SharePointCloud.UsGovernmentHigh, "https://graph.microsoft.us/v1.0", "https://login.microsoftonline.us/")]
    [InlineData(SharePointCloud.UsGovernmentDoD, "https://dod-graph.microsoft.us/v1.0", "https://login.microsoftonline.us/")]
    [InlineData(SharePointCloud.China, "https://microsoftgraph.chinacloudapi.cn/v1.0", "https://login.chinacloudapi.cn/")]
    public void Row011_each_cloud_has_its_own_addresses(SharePointCloud cloud, string graph, string authority)
    {
        SharePointEndpoint endpoint = SharePointEndpoint.From(new() { Cloud = cloud });
        Assert.Equal((new Uri(graph), new Uri(authority)), (endpoint.GraphBase, endpoint.Authority));
        Assert.Equal($"{endpoint.GraphBase.GetLeftPart(UriPartial.Authority)}/.default", endpoint.Scope);
    }

    [Fact]
    public async Task The_application_names_itself_to_microsoft()
    {
        await using SimulatedSharePoint sharePoint = await SimulatedSharePoint.StartAsync(configure: (_, o) => o.UserAgent = "NONISV|Contoso|Reader/2.0");
        HttpClient client = ((IHttpClientFactory)sharePoint.Services.GetService(typeof(IHttpClientFactory))!).CreateClient("navo:sharepoint");
        Assert.Equal("NONISV|Contoso|Reader/2.0", client.DefaultRequestHeaders.NonValidated["User-Agent"].ToString());
    }

    private static X509Certificate2 CreateCertificate()
    {
        using RSA key = RSA.Create(2048);
        CertificateRequest request = new("CN=navo", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return request.CreateSelfSigned(DateTimeOffset.UnixEpoch, new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero));
    }

    private sealed class FixedCredential(GraphSimulator simulator) : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => new(simulator.AppToken(), TimeProvider.System.GetUtcNow().AddHours(1));

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) => new(GetToken(requestContext, cancellationToken));
    }
}
