using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>The certificate with which the application proves who it is: from a callback, a file or the store.</summary>
internal static class ApplicationCertificate
{
    public static X509Certificate2 Load(SharePointOptions options)
    {
        X509Certificate2 certificate = options switch
        {
            _ when options.GetCertificateCallback() is { } callback => callback(),
            { CertificateFile: { Length: > 0 } file } => FromFile(file, options.CertificatePassword),
            _ => FromStore(options.CertificateThumbprint ?? string.Empty),
        };
        return certificate.HasPrivateKey ? certificate : throw Unusable("it has no private key");
    }

    /// <summary>When the certificate that the options name ends; null where another credential is used, or a callback gives the certificate.</summary>
    /// <exception cref="AuthenticationException">It can't be read.</exception>
    public static DateTimeOffset? EndOf(SharePointOptions options)
    {
        bool isNamed = !string.IsNullOrEmpty(options.CertificateFile) || !string.IsNullOrEmpty(options.CertificateThumbprint);
        bool isOther = options.GetCredential() is not null || options.GetCertificateCallback() is not null || options.UseManagedIdentity || options.UseWorkloadIdentity
            || !string.IsNullOrEmpty(options.AccessToken) || !string.IsNullOrEmpty(options.ClientSecret);
        if (!isNamed || isOther)
        {
            return null;
        }

        using X509Certificate2 certificate = Load(options);
        return new(certificate.NotAfter.ToUniversalTime());
    }

    private static X509Certificate2 FromFile(string file, string? password)
    {
        try
        {
            return X509Certificate2.GetCertContentType(file) == X509ContentType.Pfx
                ? X509CertificateLoader.LoadPkcs12FromFile(file, password, X509KeyStorageFlags.EphemeralKeySet)
                : FromPem(file, password);
        }
        catch (Exception failure) when (failure is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw Unusable("its file can't be read, or its password is wrong");
        }
    }

    private static X509Certificate2 FromPem(string file, string? password) =>
        string.IsNullOrEmpty(password) ? X509Certificate2.CreateFromPemFile(file) : X509Certificate2.CreateFromEncryptedPemFile(file, password);

    private static X509Certificate2 FromStore(string thumbprint)
    {
        foreach (StoreLocation location in (StoreLocation[])[StoreLocation.CurrentUser, StoreLocation.LocalMachine])
        {
            using X509Store store = new(StoreName.My, location);
            try
            {
                store.Open(OpenFlags.ReadOnly | OpenFlags.OpenExistingOnly);
            }
            catch (CryptographicException)
            {
                continue; // there is no such store; the next one may have the certificate
            }

            if (store.Certificates.Find(X509FindType.FindByThumbprint, thumbprint, validOnly: false) is [var found, ..])
            {
                return found;
            }
        }

        throw Unusable("no store holds one with that thumbprint");
    }

    private static AuthenticationException Unusable(string why) => new($"The application's certificate can't be used: {why}.")
    {
        Remedy = "Check CertificateFile and CertificatePassword, CertificateThumbprint, or what UseCertificate gives.",
    };
}
