using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Http.Tls;

/// <summary>A file that cannot be used, with the key that names it below the integration.</summary>
internal static class TlsFault
{
    public const string Certificate = "Tls:ClientCertificateFile";
    public const string Key = "Tls:ClientCertificateKeyFile";
    public const string Password = "Tls:ClientCertificatePassword";
    public const string Authorities = "Tls:CertificateAuthorityFiles";

    public static ConfigurationException Of(string key, string complaint) => new($"{key} {complaint}.") { Key = key };

    public static byte[] Read(string path, string key)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw Of(key, $"names a file that cannot be read ({failure.GetType().Name})");
        }
    }
}
