using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Http.Tls;
using Navo.Integrations.Tests.Tls;

namespace Navo.Integrations.Core.Tests.Http.Tls;

/// <summary>Certificates out of files: which are taken, and which key of the configuration a fault names.</summary>
public sealed class CertificateFileTests : IDisposable
{
    private static readonly Uri[] Origins = [new("https://wiki.example.test")];

    private readonly TestAuthority _authority = new();
    private readonly CertificateFiles _files = new();
    private readonly X509Certificate2 _client;

    public CertificateFileTests() => _client = _authority.IssueClient();

    public static TheoryData<string> Forms => ["pkcs12", "pem", "pem with key", "encrypted"];

    [Theory]
    [MemberData(nameof(Forms))]
    public void Row008_A_client_certificate_is_shown_to_the_configured_host_only(string form)
    {
        IntegrationTlsOptions tls = Client(form);
        using SocketsHttpHandler socket = new();
        tls.ApplyTo(socket, Origins);
        LocalCertificateSelectionCallback choose = socket.SslOptions.LocalCertificateSelectionCallback!;
        X509Certificate2 shown = (X509Certificate2)choose(this, "WIKI.example.test", [], null, [])!;
        Assert.Equal((_client.Thumbprint, true), (shown.Thumbprint, shown.HasPrivateKey));
        Assert.Null(choose(this, "other.example.test", [], null, []));
        Assert.Same(shown, choose(this, "wiki.example.test", [], null, [])); // read once
        Assert.Equal(_client.NotAfter.ToUniversalTime(), tls.GetClientCertificateEnd());
        Assert.Null(socket.SslOptions.CertificateChainPolicy);
    }

    [Fact]
    public void Without_settings_the_socket_stays_as_it_is()
    {
        using SocketsHttpHandler socket = new();
        new IntegrationTlsOptions().ApplyTo(socket, Origins);
        Assert.Null(socket.SslOptions.LocalCertificateSelectionCallback);
        Assert.Null(socket.SslOptions.CertificateChainPolicy);
        Assert.Null(new IntegrationTlsOptions().GetClientCertificateEnd());
    }

    [Fact]
    public void A_certificate_of_ones_own_is_asked_for_each_time()
    {
        IntegrationTlsOptions tls = new();
        int asked = 0;
        tls.UseClientCertificate(() =>
        {
            asked++;
            return _client;
        });
        using SocketsHttpHandler socket = new();
        tls.ApplyTo(socket, Origins);
        Assert.Same(_client, socket.SslOptions.LocalCertificateSelectionCallback!(this, "wiki.example.test", [], null, []));
        Assert.Equal((_client.NotAfter.ToUniversalTime(), 2), (tls.GetClientCertificateEnd(), asked));
        Assert.Null(tls.WithoutClientCertificate().GetClientCertificateEnd());
    }

    [Fact]
    public void Row008_Only_the_named_authorities_are_trusted_and_intermediates_help()
    {
        using TestAuthority other = new("Other");
        string many = _files.Text("many.pem", $"{_authority.Root.ExportCertificatePem()}\n{other.Root.ExportCertificatePem()}\n{_client.ExportCertificatePem()}\n");
        using SocketsHttpHandler socket = new();
        new IntegrationTlsOptions { CertificateAuthorityFiles = [many, _files.Bytes("root.der", _authority.Root.RawData)] }.ApplyTo(socket, Origins);
        X509ChainPolicy policy = socket.SslOptions.CertificateChainPolicy!;
        Assert.Equal((X509ChainTrustMode.CustomRootTrust, X509RevocationMode.NoCheck), (policy.TrustMode, policy.RevocationMode));
        Assert.Equal([_authority.Root.Thumbprint, other.Root.Thumbprint, _authority.Root.Thumbprint], policy.CustomTrustStore.Select(root => root.Thumbprint));
        Assert.Equal([_client.Thumbprint], policy.ExtraStore.Select(extra => extra.Thumbprint));
    }

    [Theory]
    [InlineData("absent", "Tls:ClientCertificateFile", "names a file that cannot be read (FileNotFoundException)")]
    [InlineData("garbage", "Tls:ClientCertificateFile", "is neither a PKCS #12 nor a PEM certificate")]
    [InlineData("wrong password", "Tls:ClientCertificatePassword", "does not open the file of Tls:ClientCertificateFile")]
    [InlineData("bare", "Tls:ClientCertificateFile", "holds no private key")]
    [InlineData("pkcs12 with key", "Tls:ClientCertificateKeyFile", "goes with a PEM certificate only; a PKCS #12 file holds its key itself")]
    [InlineData("pem alone", "Tls:ClientCertificateFile", "holds no private key; name its file in Tls:ClientCertificateKeyFile")]
    [InlineData("no key in file", "Tls:ClientCertificateKeyFile", "holds no private key in PEM form")]
    [InlineData("key of another", "Tls:ClientCertificateFile", "is damaged, or its private key belongs to another certificate")]
    [InlineData("encrypted, no password", "Tls:ClientCertificatePassword", "is missing; the private key is encrypted")]
    [InlineData("encrypted, wrong password", "Tls:ClientCertificatePassword", "does not open the private key, or the key belongs to another certificate")]
    public void Row008_A_file_that_cannot_be_used_names_the_key_to_mend(string flaw, string key, string complaint)
    {
        ConfigurationException fault = Assert.Throws<ConfigurationException>(() => Flawed(flaw).GetClientCertificateEnd());
        Assert.Equal((key, $"{key} {complaint}."), (fault.Key, fault.Message));
        Assert.Null(fault.InnerException);
    }

    [Theory]
    [InlineData("garbage", "names a file that is neither a PEM nor a DER certificate")]
    [InlineData("absent", "names a file that cannot be read (FileNotFoundException)")]
    [InlineData("no root", "names no root certificate; intermediates alone are trusted by nobody")]
    public void Row008_Authorities_that_cannot_be_used_are_refused(string flaw, string complaint)
    {
        string file = flaw switch
        {
            "garbage" => _files.Text("garbage.cer", "hello"),
            "no root" => _files.Pem(_client),
            _ => Path.Combine(Path.GetTempPath(), $"navo-{Guid.NewGuid()}.pem"),
        };
        using SocketsHttpHandler socket = new();
        ConfigurationException fault = Assert.Throws<ConfigurationException>(() => new IntegrationTlsOptions { CertificateAuthorityFiles = [file] }.ApplyTo(socket, Origins));
        Assert.Equal(("Tls:CertificateAuthorityFiles", $"Tls:CertificateAuthorityFiles {complaint}."), (fault.Key, fault.Message));
    }

    public void Dispose()
    {
        _client.Dispose();
        _authority.Dispose();
        _files.Dispose();
    }

    private IntegrationTlsOptions Client(string form) => form switch
    {
        "pkcs12" => Options(_files.Pkcs12(_client), null, CertificateFiles.Password),
        "pem" => Options(_files.Pem(_client), _files.Key(_client)),
        "encrypted" => Options(_files.Pem(_client), _files.EncryptedKey(_client), CertificateFiles.Password),
        _ => Options(_files.Text("both.pem", $"{_client.ExportCertificatePem()}\n{File.ReadAllText(_files.Key(_client))}\n")),
    };

    private IntegrationTlsOptions Flawed(string flaw)
    {
        using X509Certificate2 other = _authority.IssueClient("other");
        using X509Certificate2 bare = X509CertificateLoader.LoadCertificate(_client.RawData);
        return flaw switch
        {
            "garbage" => Options(_files.Text("garbage.pfx", "hello")),
            "wrong password" => Options(_files.Pkcs12(_client), null, "wrong"),
            "bare" => Options(_files.Bytes("bare.pfx", bare.Export(X509ContentType.Pkcs12))),
            "pkcs12 with key" => Options(_files.Pkcs12(_client), _files.Key(_client), CertificateFiles.Password),
            "pem alone" => Options(_files.Pem(_client)),
            "no key in file" => Options(_files.Pem(_client), _files.Text("garbage.key", "hello")),
            "key of another" => Options(_files.Pem(_client), _files.Key(other)),
            "encrypted, no password" => Options(_files.Pem(_client), _files.EncryptedKey(_client)),
            "encrypted, wrong password" => Options(_files.Pem(_client), _files.EncryptedKey(_client), "wrong"),
            _ => Options(Path.Combine(Path.GetTempPath(), $"navo-{Guid.NewGuid()}.pem")),
        };
    }

    private static IntegrationTlsOptions Options(string file, string? key = null, string? password = null) =>
        new() { ClientCertificateFile = file, ClientCertificateKeyFile = key, ClientCertificatePassword = password };
}
