using System.Text;

namespace Navo.Integrations.Core.Http.Tls;

/// <summary>Tells PEM from binary files.</summary>
internal static class PemText
{
    private const string CertificateMark = "-----BEGIN CERTIFICATE-----";
    private const string KeyMark = "PRIVATE KEY-----";
    private const string EncryptedKeyMark = "-----BEGIN ENCRYPTED PRIVATE KEY-----";

    public static string? WithCertificate(byte[] file) => With(file, CertificateMark);

    public static string? WithKey(byte[] file) => With(file, KeyMark);

    public static bool IsEncrypted(string key) => key.Contains(EncryptedKeyMark, StringComparison.Ordinal);

    private static string? With(byte[] file, string mark)
    {
        string text = Encoding.UTF8.GetString(file);
        return text.Contains(mark, StringComparison.Ordinal) ? text : null;
    }
}
