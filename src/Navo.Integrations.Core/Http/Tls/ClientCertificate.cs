using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Http.Tls;

/// <summary>Loads the client certificate with its private key, or says which key of the configuration to mend.</summary>
internal static class ClientCertificate
{
    private const int InvalidPassword = unchecked((int)0x80070056);

    /// <exception cref="ConfigurationException">It can't be used.</exception>
    public static X509Certificate2 Load(IntegrationTlsOptions options)
    {
        byte[] file = TlsFault.Read(options.ClientCertificateFile!, TlsFault.Certificate);
        return PemText.WithCertificate(file) is { } pem ? FromPem(pem, KeyOf(options, file), options.ClientCertificatePassword) : FromPkcs12(file, options);
    }

    private static X509Certificate2 FromPkcs12(byte[] file, IntegrationTlsOptions options)
    {
        if (!string.IsNullOrEmpty(options.ClientCertificateKeyFile))
        {
            throw TlsFault.Of(TlsFault.Key, "goes with a PEM certificate only; a PKCS #12 file holds its key itself");
        }

        try
        {
            X509Certificate2 certificate = X509CertificateLoader.LoadPkcs12(file, options.ClientCertificatePassword);
            return certificate.HasPrivateKey ? certificate : throw TlsFault.Of(TlsFault.Certificate, "holds no private key");
        }
        catch (CryptographicException failure)
        {
            throw failure.HResult == InvalidPassword
                ? TlsFault.Of(TlsFault.Password, $"does not open the file of {TlsFault.Certificate}")
                : TlsFault.Of(TlsFault.Certificate, "is neither a PKCS #12 nor a PEM certificate");
        }
    }

    private static string KeyOf(IntegrationTlsOptions options, byte[] certificateFile)
    {
        if (string.IsNullOrEmpty(options.ClientCertificateKeyFile))
        {
            return PemText.WithKey(certificateFile) ?? throw TlsFault.Of(TlsFault.Certificate, $"holds no private key; name its file in {TlsFault.Key}");
        }

        return PemText.WithKey(TlsFault.Read(options.ClientCertificateKeyFile, TlsFault.Key)) ?? throw TlsFault.Of(TlsFault.Key, "holds no private key in PEM form");
    }

    private static X509Certificate2 FromPem(string certificate, string key, string? password)
    {
        if (PemText.IsEncrypted(key))
        {
            return FromEncryptedPem(certificate, key, password);
        }

        try
        {
            return Usable(X509Certificate2.CreateFromPem(certificate, key));
        }
        catch (Exception failure) when (failure is CryptographicException or ArgumentException)
        {
            throw TlsFault.Of(TlsFault.Certificate, "is damaged, or its private key belongs to another certificate");
        }
    }

    private static X509Certificate2 FromEncryptedPem(string certificate, string key, string? password)
    {
        if (string.IsNullOrEmpty(password))
        {
            throw TlsFault.Of(TlsFault.Password, "is missing; the private key is encrypted");
        }

        try
        {
            return Usable(X509Certificate2.CreateFromEncryptedPem(certificate, key, password));
        }
        catch (Exception failure) when (failure is CryptographicException or ArgumentException)
        {
            throw TlsFault.Of(TlsFault.Password, "does not open the private key, or the key belongs to another certificate");
        }
    }

    /// <summary>Windows shows no key in TLS that lives in memory alone.</summary>
    private static X509Certificate2 Usable(X509Certificate2 certificate)
    {
        if (!OperatingSystem.IsWindows())
        {
            return certificate;
        }

        using (certificate)
        {
            return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), password: null);
        }
    }
}
