using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Serialization;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Http.Tls;

/// <summary>
/// Whom to trust and how to show oneself in TLS. Nothing here weakens the check of the source's certificate: its name, its dates and its chain always count.
/// Files are read at start.
/// </summary>
public sealed class IntegrationTlsOptions
{
    private X509Certificate2? _certificate;

    /// <summary>The client certificate: a PKCS #12 file (<c>.pfx</c>, <c>.p12</c>), or a PEM file. It goes out without intermediates.</summary>
    public string? ClientCertificateFile { get; set; }

    /// <summary>The private key of a PEM certificate, where it is not in the same file.</summary>
    public string? ClientCertificateKeyFile { get; set; }

    /// <summary>The password of the PKCS #12 file or of the PEM key.</summary>
    [JsonIgnore]
    public string? ClientCertificatePassword { get; set; }

    /// <summary>Files with the certificate authorities to trust, PEM (one or many in a file) or DER. Where any is named, no other is trusted, not even those of the system.</summary>
    public IList<string> CertificateAuthorityFiles { get; set; } = [];

    internal Func<X509Certificate2>? CertificateCallback { get; private set; }

    /// <summary>Takes the client certificate from a callback, for example from a certificate store, instead of a file.</summary>
    /// <param name="callback">Gives the certificate with its private key; asked for each new connection, so it answers from memory. It keeps owning what it gives.</param>
    public void UseClientCertificate(Func<X509Certificate2> callback)
    {
        ArgumentNullException.ThrowIfNull(callback);
        CertificateCallback = callback;
    }

    /// <summary>When the client certificate ends.</summary>
    /// <returns>Its end; null without a client certificate.</returns>
    /// <exception cref="ConfigurationException">Its file cannot be used; the message names the key.</exception>
    public DateTimeOffset? GetClientCertificateEnd() => (CertificateCallback ?? Loaded())?.Invoke()?.NotAfter.ToUniversalTime();

    /// <summary>The same authorities, for a host that the client certificate is not meant for.</summary>
    /// <returns>The options without the client certificate.</returns>
    public IntegrationTlsOptions WithoutClientCertificate() => new() { CertificateAuthorityFiles = CertificateAuthorityFiles };

    /// <summary>Sets up a socket accordingly. Options that say nothing leave it as it is.</summary>
    /// <param name="socket">The socket.</param>
    /// <param name="origins">The only hosts that are shown the client certificate.</param>
    /// <exception cref="ConfigurationException">A file cannot be used; the message names the key.</exception>
    public void ApplyTo(SocketsHttpHandler socket, IReadOnlyList<Uri> origins)
    {
        ArgumentNullException.ThrowIfNull(socket);
        ArgumentNullException.ThrowIfNull(origins);
        if (CertificateAuthorityFiles.Count > 0)
        {
            socket.SslOptions.CertificateChainPolicy = CertificateAuthorities.Load(CertificateAuthorityFiles);
        }

        if ((CertificateCallback ?? Loaded()) is { } certificate)
        {
            socket.SslOptions.LocalCertificateSelectionCallback = Only(certificate, [.. origins.Select(origin => origin.IdnHost)]);
        }
    }

    /// <summary>Read once: what health says of the certificate is said of the one that is shown.</summary>
    private Func<X509Certificate2>? Loaded()
    {
        if (string.IsNullOrEmpty(ClientCertificateFile))
        {
            return null;
        }

        X509Certificate2 certificate = LazyInitializer.EnsureInitialized(ref _certificate, () => ClientCertificate.Load(this));
        return () => certificate;
    }

    /// <summary>A proxy that is reached over TLS asks for certificates too, and must not get this one.</summary>
    private static LocalCertificateSelectionCallback Only(Func<X509Certificate2> certificate, string[] hosts) =>
        (_, targetHost, _, _, _) => hosts.Contains(targetHost, StringComparer.OrdinalIgnoreCase) ? certificate() : null!;
}
