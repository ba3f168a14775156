using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Http;
using Navo.Integrations.Core.Http.OAuth;
using Navo.Integrations.Core.Http.Tls;

namespace Navo.Integrations.Core.Tests.Http;

public sealed class OAuthHttpSettingsTests
{
    [Fact]
    public async Task Row007_The_token_endpoint_gets_neither_the_integrations_credentials_nor_its_certificate()
    {
        IntegrationTlsOptions tls = new() { ClientCertificateFile = "client.pfx", CertificateAuthorityFiles = ["root.pem"] };
        IntegrationHttpSettings integration = new()
        {
            Integration = IntegrationName.Parse("wiki"),
            Options = new(),
            TotalTimeout = TimeSpan.FromSeconds(100),
            AllowedOrigins = [new("https://api.example.com")],
            Credentials = new TestCredentials().Source,
            ErrorBodies = new JsonErrorBodies(),
            Tls = tls,
        };

        IntegrationHttpSettings settings = OAuthHttpSettings.For(integration, new("https://auth.example.com/token"));

        Assert.Equal(["https://auth.example.com/token"], settings.AllowedOrigins.Select(origin => origin.AbsoluteUri));
        Assert.Null(await settings.Credentials.GetAsync(HttpHarness.Token));
        Assert.Null(settings.Tls.ClientCertificateFile);
        Assert.Equal(["root.pem"], settings.Tls.CertificateAuthorityFiles);
        Assert.Throws<ConfigurationException>(() => OAuthHttpSettings.For(integration, tokenUrl: null));
    }
}
