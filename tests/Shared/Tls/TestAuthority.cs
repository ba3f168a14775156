using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Navo.Integrations.Tests.Tls;

/// <summary>A certificate authority of a company, made for one test.</summary>
internal sealed class TestAuthority : IDisposable
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public TestAuthority(string name = "Acme Root")
    {
        CertificateRequest request = new($"CN={name}", _key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        Root = request.CreateSelfSigned(Now.AddYears(-2), Now.AddYears(2));
    }

    public X509Certificate2 Root { get; }

    public X509Certificate2 IssueServer(string host = "localhost", bool expired = false)
    {
        SubjectAlternativeNameBuilder names = new();
        names.AddDnsName(host);
        return Issue($"CN={host}", "1.3.6.1.5.5.7.3.1", expired ? -1 : 365, names.Build());
    }

    /// <summary>A client's certificate that ends in so many days.</summary>
    public X509Certificate2 IssueClient(string name = "navo", int days = 365) => Issue($"CN={name}", "1.3.6.1.5.5.7.3.2", days);

    public void Dispose()
    {
        Root.Dispose();
        _key.Dispose();
    }

    private X509Certificate2 Issue(string subject, string usage, int days, params X509Extension[] extensions)
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = new(subject, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(usage)], false));
        foreach (X509Extension extension in extensions)
        {
            request.CertificateExtensions.Add(extension);
        }

        byte[] serial = RandomNumberGenerator.GetBytes(8);
        serial[0] &= 0x7F;
        using X509Certificate2 bare = request.Create(Root, Now.AddYears(-1), Now.AddDays(days), serial);
        using X509Certificate2 keyed = bare.CopyWithPrivateKey(key);
        return X509CertificateLoader.LoadPkcs12(keyed.Export(X509ContentType.Pkcs12), password: null, X509KeyStorageFlags.Exportable);
    }
}
