using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.DependencyInjection;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Http.Downloads;
using Navo.Integrations.Core.Http.Tls;
using Navo.Integrations.Tests.Tls;

namespace Navo.Integrations.Confluence.Tests.Tls;

/// <summary>Whom the client trusts, and to whom it shows its certificate, over real TLS.</summary>
public sealed class TlsTests : IDisposable
{
    private readonly TestAuthority _authority = new();
    private readonly CertificateFiles _files = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Row008_A_certificate_of_the_companys_authority_is_trusted_once_that_is_named_and_not_before()
    {
        using X509Certificate2 certificate = _authority.IssueServer();
        await using TlsServer server = await TlsServer.StartAsync(certificate);

        UnavailableException refusal = await Assert.ThrowsAsync<UnavailableException>(() => SearchAsync(server.Address, static _ => { }));
        Assert.Contains("certificate", refusal.Message, StringComparison.Ordinal);
        Assert.False(refusal.IsTransient);
        Assert.Empty(server.Clients);

        Assert.Empty((await SearchAsync(server.Address, TrustAuthority)).Hits);
        Assert.All(server.Clients, Assert.Null);
    }

    [Theory]
    [InlineData("another name")]
    [InlineData("expired")]
    [InlineData("another authority")]
    [InlineData("itself")]
    public async Task Row008_A_named_authority_turns_no_other_check_off(string flaw)
    {
        using TestAuthority stranger = new("Acme Root");
        using X509Certificate2 certificate = flaw switch
        {
            "another name" => _authority.IssueServer("wiki.example.test"),
            "expired" => _authority.IssueServer(expired: true),
            "another authority" => stranger.IssueServer(),
            _ => X509CertificateLoader.LoadPkcs12(stranger.Root.Export(X509ContentType.Pkcs12), password: null),
        };
        using X509Certificate2 client = _authority.IssueClient();
        await using TlsServer server = await TlsServer.StartAsync(certificate);

        await Assert.ThrowsAsync<UnavailableException>(() => SearchAsync(server.Address, tls =>
        {
            TrustAuthority(tls);
            tls.UseClientCertificate(() => client);
        }));

        Assert.Empty(server.Clients);
    }

    [Theory]
    [InlineData("pkcs12")]
    [InlineData("pem")]
    [InlineData("pem with key")]
    [InlineData("pem with encrypted key")]
    [InlineData("callback")]
    public async Task Row008_The_client_certificate_is_shown_to_the_configured_host(string form)
    {
        using X509Certificate2 certificate = _authority.IssueServer();
        using X509Certificate2 client = _authority.IssueClient();
        await using TlsServer server = await TlsServer.StartAsync(certificate);

        await SearchAsync(server.Address, tls =>
        {
            TrustAuthority(tls);
            Give(tls, client, form);
        });

        Assert.NotEmpty(server.Clients);
        Assert.All(server.Clients, subject => Assert.Equal("CN=navo", subject));
    }

    [Theory]
    [InlineData(365, HealthState.Healthy, "pkcs12")]
    [InlineData(10, HealthState.Degraded, "pem with key")]
    [InlineData(10, HealthState.Degraded, "callback")]
    [InlineData(-1, HealthState.Unhealthy, "pkcs12")]
    public async Task Row082_Health_tells_when_the_client_certificate_ends_even_if_nothing_answers(int days, HealthState state, string form)
    {
        using X509Certificate2 client = _authority.IssueClient(days: days);
        await using ServiceProvider provider = Create(new("https://localhost:1"), tls => Give(tls, client, form));

        IntegrationHealth health = await provider.GetRequiredService<IConfluenceClient>().CheckHealthAsync(Token).WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System, Token);

        Assert.Equal(HealthState.Unhealthy, health.Features.Single(feature => feature.Name == "reachability").Status);
        FeatureHealth certificate = health.Features.Single(feature => feature.Name == "client certificate");
        Assert.Equal((state, client.NotAfter.ToUniversalTime()), (certificate.Status, certificate.EndsAt!.Value.UtcDateTime));
        Assert.Equal(state == HealthState.Healthy, certificate.Remedy is null);
    }

    [Fact]
    public async Task Row008_Another_host_is_not_shown_the_client_certificate()
    {
        using X509Certificate2 certificate = _authority.IssueServer();
        using X509Certificate2 client = _authority.IssueClient();
        await using TlsServer server = await TlsServer.StartAsync(certificate);
        IntegrationTlsOptions tls = new();
        TrustAuthority(tls);
        tls.UseClientCertificate(() => client);
        using SocketsHttpHandler socket = new();
        tls.ApplyTo(socket, [new("https://wiki.example.test")]);

        await GetAsync(socket, server.Address);

        Assert.Null(Assert.Single(server.Clients));
    }

    [Fact]
    public async Task Row008_Downloads_trust_the_same_authorities_and_show_no_certificate()
    {
        using X509Certificate2 certificate = _authority.IssueServer();
        using X509Certificate2 client = _authority.IssueClient();
        await using TlsServer server = await TlsServer.StartAsync(certificate);
        IntegrationTlsOptions tls = new();
        tls.UseClientCertificate(() => client);
        using SocketsHttpHandler untrusting = DownloadSocket.Create(allowsLocal: true, TimeSpan.FromMinutes(1), tls);
        await Assert.ThrowsAsync<HttpRequestException>(() => GetAsync(untrusting, server.Address));

        TrustAuthority(tls);
        using SocketsHttpHandler trusting = DownloadSocket.Create(allowsLocal: true, TimeSpan.FromMinutes(1), tls);
        await GetAsync(trusting, server.Address);

        Assert.Null(Assert.Single(server.Clients));
    }

    public void Dispose()
    {
        _authority.Dispose();
        _files.Dispose();
    }

    private void TrustAuthority(IntegrationTlsOptions tls) => tls.CertificateAuthorityFiles = [_files.Authority(_authority.Root)];

    private void Give(IntegrationTlsOptions tls, X509Certificate2 client, string form)
    {
        if (form == "callback")
        {
            tls.UseClientCertificate(() => client);
            return;
        }

        tls.ClientCertificateFile = form switch
        {
            "pkcs12" => _files.Pkcs12(client),
            "pem" => _files.Text("both.pem", File.ReadAllText(_files.Pem(client)) + "\n" + File.ReadAllText(_files.Key(client))),
            _ => _files.Pem(client),
        };
        tls.ClientCertificateKeyFile = form switch { "pem with key" => _files.Key(client), "pem with encrypted key" => _files.EncryptedKey(client), _ => null };
        tls.ClientCertificatePassword = form is "pkcs12" or "pem with encrypted key" ? CertificateFiles.Password : null;
    }

    private static async Task<SearchPage> SearchAsync(Uri address, Action<IntegrationTlsOptions> configure)
    {
        await using ServiceProvider provider = Create(address, configure);
        return await provider.GetRequiredService<IConfluenceClient>().SearchAsync(new("release"), AccessContext.Service, Token).WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System, Token);
    }

    private static ServiceProvider Create(Uri address, Action<IntegrationTlsOptions> configure)
    {
        ServiceCollection services = new();
        services.AddNavoIntegrations().AddConfluence(options =>
        {
            (options.BaseUrl, options.ApiToken, options.Http.MaxRetryAttempts) = (address, "canary-token", 0);
            configure(options.Tls);
        });
        return services.BuildServiceProvider();
    }

    private static async Task GetAsync(SocketsHttpHandler socket, Uri address)
    {
        using HttpClient client = new(socket, disposeHandler: false);
        using HttpResponseMessage response = await client.GetAsync(address, Token).WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System, Token);
        response.EnsureSuccessStatusCode();
    }
}
