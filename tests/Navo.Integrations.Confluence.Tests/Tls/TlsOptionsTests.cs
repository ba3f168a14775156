using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Navo.Integrations.Core.Http.Tls;
using Navo.Integrations.Tests.Tls;

namespace Navo.Integrations.Confluence.Tests.Tls;

/// <summary>A file that can't be used is found at start, with the key to mend.</summary>
public sealed class TlsOptionsTests : IDisposable
{
    private readonly TestAuthority _authority = new();
    private readonly CertificateFiles _files = new();
    private readonly X509Certificate2 _client;
    private readonly X509Certificate2 _other;

    public TlsOptionsTests() => (_client, _other) = (_authority.IssueClient(), _authority.IssueClient("other"));

    [Theory]
    [InlineData("no file", "Tls:ClientCertificateFile names a file that cannot be read (FileNotFoundException)")]
    [InlineData("a folder", "Tls:ClientCertificateFile names a file that cannot be read (UnauthorizedAccessException)")]
    [InlineData("garbage", "Tls:ClientCertificateFile is neither a PKCS #12 nor a PEM certificate")]
    [InlineData("wrong password", "Tls:ClientCertificatePassword does not open the file of Tls:ClientCertificateFile")]
    [InlineData("no password", "Tls:ClientCertificatePassword does not open the file of Tls:ClientCertificateFile")]
    [InlineData("pkcs12 without key", "Tls:ClientCertificateFile holds no private key")]
    [InlineData("pkcs12 with key file", "Tls:ClientCertificateKeyFile goes with a PEM certificate only")]
    [InlineData("pem without key", "Tls:ClientCertificateFile holds no private key; name its file in Tls:ClientCertificateKeyFile")]
    [InlineData("no key file", "Tls:ClientCertificateKeyFile names a file that cannot be read")]
    [InlineData("garbage key", "Tls:ClientCertificateKeyFile holds no private key in PEM form")]
    [InlineData("key of another", "Tls:ClientCertificateFile is damaged, or its private key belongs to another certificate")]
    [InlineData("encrypted key, no password", "Tls:ClientCertificatePassword is missing; the private key is encrypted")]
    [InlineData("encrypted key, wrong password", "Tls:ClientCertificatePassword does not open the private key")]
    [InlineData("key alone", "Tls:ClientCertificateKeyFile is set without Tls:ClientCertificateFile")]
    [InlineData("password alone", "Tls:ClientCertificatePassword is set without Tls:ClientCertificateFile")]
    [InlineData("file and callback", "Tls:ClientCertificateFile is set, and UseClientCertificate is called too")]
    [InlineData("no authority file", "Tls:CertificateAuthorityFiles names a file that cannot be read")]
    [InlineData("garbage authority", "Tls:CertificateAuthorityFiles names a file that is neither a PEM nor a DER certificate")]
    [InlineData("no root", "Tls:CertificateAuthorityFiles names no root certificate")]
    public void Row008_A_file_that_cannot_be_used_is_refused_with_the_key_to_mend(string flaw, string complaint)
    {
        OptionsValidationException refusal = Assert.Throws<OptionsValidationException>(() => Options(tls => Set(tls, flaw)));

        Assert.Contains(refusal.Failures, failure => failure.Contains($"Navo:Integrations:confluence:{complaint}", StringComparison.Ordinal));
        Assert.DoesNotContain("canary", refusal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Row008_Authorities_come_as_pem_with_many_in_a_file_or_as_der()
    {
        using TestAuthority other = new("Other");
        string many = _files.Text("many.pem", $"{_authority.Root.ExportCertificatePem()}\n{other.Root.ExportCertificatePem()}\n{_client.ExportCertificatePem()}\n");
        string der = _files.Bytes("root.der", _authority.Root.RawData);

        Assert.Equal(2, Options(tls => tls.CertificateAuthorityFiles = [many, der]).Tls.CertificateAuthorityFiles.Count);
    }

    public void Dispose()
    {
        _client.Dispose();
        _other.Dispose();
        _authority.Dispose();
        _files.Dispose();
    }

    private void Set(IntegrationTlsOptions tls, string flaw)
    {
        string absent = Path.Combine(Path.GetTempPath(), "navo-absent", "absent.pem");
        string missing = Path.Combine(Path.GetTempPath(), $"navo-{Guid.NewGuid()}.pem");
        (tls.ClientCertificateFile, tls.ClientCertificateKeyFile, tls.ClientCertificatePassword) = flaw switch
        {
            "no file" => (missing, null, null),
            "a folder" => (Path.GetTempPath(), null, null),
            "garbage" => (_files.Text("garbage.pfx", "hello"), null, null),
            "wrong password" => (_files.Pkcs12(_client), null, "canary-wrong"),
            "no password" => (_files.Pkcs12(_client), null, null),
            "pkcs12 without key" => (_files.Bytes("bare.pfx", Bare(_client)), null, null),
            "pkcs12 with key file" => (_files.Pkcs12(_client), _files.Key(_client), CertificateFiles.Password),
            "pem without key" => (_files.Pem(_client), null, null),
            "no key file" => (_files.Pem(_client), absent, null),
            "garbage key" => (_files.Pem(_client), _files.Text("garbage.key", "canary"), null),
            "key of another" => (_files.Pem(_client), _files.Key(_other), null),
            "encrypted key, no password" => (_files.Pem(_client), _files.EncryptedKey(_client), null),
            "encrypted key, wrong password" => (_files.Pem(_client), _files.EncryptedKey(_client), "canary-wrong"),
            "key alone" => (null, _files.Key(_client), null),
            "password alone" => (null, null, "canary"),
            "file and callback" => (_files.Pkcs12(_client), null, CertificateFiles.Password),
            _ => ((string?)null, (string?)null, (string?)null),
        };
        tls.CertificateAuthorityFiles = flaw switch
        {
            "no authority file" => [absent],
            "garbage authority" => [_files.Text("garbage.cer", "hello")],
            "no root" => [_files.Pem(_client)],
            _ => [],
        };
        if (flaw == "file and callback")
        {
            tls.UseClientCertificate(() => _client);
        }
    }

    private static byte[] Bare(X509Certificate2 certificate)
    {
        using X509Certificate2 bare = X509CertificateLoader.LoadCertificate(certificate.RawData);
        return bare.Export(X509ContentType.Pkcs12);
    }

    private static ConfluenceOptions Options(Action<IntegrationTlsOptions> configure)
    {
        ServiceCollection services = new();
        services.AddNavoIntegrations().AddConfluence(o =>
        {
            (o.BaseUrl, o.ApiToken) = (new("https://wiki.example.test"), "t");
            configure(o.Tls);
        });
        using ServiceProvider provider = services.BuildServiceProvider();
        return provider.GetRequiredService<IOptionsMonitor<ConfluenceOptions>>().CurrentValue;
    }
}
