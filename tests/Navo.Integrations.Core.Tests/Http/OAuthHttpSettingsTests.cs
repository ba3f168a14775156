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
        ConfigurationException missing = Assert.Throws<ConfigurationException>(() => OAuthHttpSettings.For(integration, tokenUrl: null));
        Assert.Equal(("OAuth:TokenUrl is missing.", "OAuth:TokenUrl"), (missing.Message, missing.Key));
        Assert.Throws<ArgumentNullException>(() => OAuthHttpSettings.For(null!, tokenUrl: null));
    }

    [Fact]
    public void F13_A_question_to_the_token_endpoint_may_be_repeated_and_is_bounded_as_the_integration_is()
    {
        IntegrationHttpSettings integration = new()
        {
            Integration = IntegrationName.Parse("wiki"),
            Options = new(),
            TotalTimeout = TimeSpan.FromSeconds(7),
            AllowedOrigins = [new("https://api.example.com")],
            Credentials = new TestCredentials().Source,
            ErrorBodies = new JsonErrorBodies(),
        };
        IntegrationHttpSettings settings = OAuthHttpSettings.For(integration, new("https://auth.example.com/token"));
        using HttpRequestMessage post = new(HttpMethod.Post, "https://auth.example.com/token");
        Assert.True(settings.IsSafeToRepeat(post));
        Assert.False(integration.IsSafeToRepeat(post));
        Assert.Equal((integration.Integration, integration.TotalTimeout), (settings.Integration, settings.TotalTimeout));
        Assert.Same(integration.Options, settings.Options);
        Assert.IsType<OAuthErrorBodies>(settings.ErrorBodies);
    }
}
