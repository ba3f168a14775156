using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Http.Tls;

/// <summary>The chain policy that trusts the named authorities and no other.</summary>
internal static class CertificateAuthorities
{
    /// <exception cref="ConfigurationException">A file can't be used, or none holds a root.</exception>
    public static X509ChainPolicy Load(IEnumerable<string> files)
    {
        X509ChainPolicy policy = new()
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,       // as without a policy of one's own: authorities of companies seldom publish revocations
        };
        foreach (X509Certificate2 certificate in files.SelectMany(Read))
        {
            (IsRoot(certificate) ? policy.CustomTrustStore : policy.ExtraStore).Add(certificate);
        }

        return policy.CustomTrustStore.Count > 0
            ? policy
            : throw TlsFault.Of(TlsFault.Authorities, "names no root certificate; intermediates alone are trusted by nobody");
    }

    private static X509Certificate2Collection Read(string path)
    {
        byte[] file = TlsFault.Read(path, TlsFault.Authorities);
        X509Certificate2Collection certificates = [];
        try
        {
            if (PemText.WithCertificate(file) is { } pem)
            {
                certificates.ImportFromPem(pem);
            }
            else
            {
                certificates.Add(X509CertificateLoader.LoadCertificate(file));
            }

            return certificates;
        }
        catch (CryptographicException)
        {
            throw TlsFault.Of(TlsFault.Authorities, "names a file that is neither a PEM nor a DER certificate");
        }
    }

    private static bool IsRoot(X509Certificate2 certificate) => certificate.SubjectName.RawData.AsSpan().SequenceEqual(certificate.IssuerName.RawData);
}
