using System.Security.Cryptography.X509Certificates;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Http.Tls;

namespace Navo.Integrations.Core.Registration;

/// <summary>Reads the files that TLS options name, so that a wrong one is found at start.</summary>
internal static class TlsOptionsRules
{
    public static void Check(OptionsFindings findings, IntegrationTlsOptions tls)
    {
        bool hasFile = !string.IsNullOrEmpty(tls.ClientCertificateFile);
        findings.Check(!hasFile || tls.CertificateCallback is null, TlsFault.Certificate, "is set, and UseClientCertificate is called too; keep one of the two");
        findings.Check(hasFile || string.IsNullOrEmpty(tls.ClientCertificateKeyFile), TlsFault.Key, $"is set without {TlsFault.Certificate}");
        findings.Check(hasFile || string.IsNullOrEmpty(tls.ClientCertificatePassword), TlsFault.Password, $"is set without {TlsFault.Certificate}");
        if (hasFile)
        {
            Try(findings, () => ClientCertificate.Load(tls).Dispose());
        }

        if (tls.CertificateAuthorityFiles.Count > 0)
        {
            Try(findings, () => Release(CertificateAuthorities.Load(tls.CertificateAuthorityFiles)));
        }
    }

    private static void Try(OptionsFindings findings, Action load)
    {
        try
        {
            load();
        }
        catch (ConfigurationException fault)
        {
            findings.Check(holds: false, fault.Key!, fault.Message[(fault.Key!.Length + 1)..^1]);
        }
    }

    private static void Release(X509ChainPolicy policy)
    {
        foreach (X509Certificate2 certificate in policy.CustomTrustStore.Concat(policy.ExtraStore))
        {
            certificate.Dispose();
        }
    }
}
