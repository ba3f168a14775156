using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Navo.Integrations.Tests.Tls;

/// <summary>Certificates as files in a folder that is removed afterwards.</summary>
internal sealed class CertificateFiles : IDisposable
{
    public const string Password = "canary-password";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("navo-tls-");

    public string Authority(X509Certificate2 root) => Text("root.pem", root.ExportCertificatePem());

    public string Pkcs12(X509Certificate2 certificate, string? password = Password) => Bytes("client.pfx", certificate.Export(X509ContentType.Pkcs12, password));

    public string Pem(X509Certificate2 certificate) => Text("client.pem", certificate.ExportCertificatePem());

    public string Key(X509Certificate2 certificate) => Text("client.key", certificate.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem());

    public string EncryptedKey(X509Certificate2 certificate) => Text(
        "client.enc.key",
        certificate.GetECDsaPrivateKey()!.ExportEncryptedPkcs8PrivateKeyPem(Password, new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000)));

    public string Text(string name, string text)
    {
        string path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }

    public string Bytes(string name, byte[] bytes)
    {
        string path = Path.Combine(_folder.FullName, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
