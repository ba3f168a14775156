using Navo.Integrations.Core.Http.Downloads;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>Fetches the bytes of documents within the limits that the options set.</summary>
internal sealed class DocumentTransport(DownloadTransport transport, Func<SharePointSettings> current)
{
    public async Task<DocumentDownload> OpenAsync(SharePointItem document, string? version, CancellationToken cancellationToken)
    {
        SharePointOptions options = current().Options;
        string path = version is null ? $"/{document.Id}/content" : $"/{document.Id}/versions/{Uri.EscapeDataString(PathSegment.Of(version))}/content";
        DownloadRequest request = new()
        {
            Path = path,
            What = "document",
            MaxBytes = options.MaxDocumentBytes,
            MaxBytesOption = nameof(options.MaxDocumentBytes),
            Size = version is null ? document.Size : null,
            MediaType = document.MediaType,
            Idle = options.Http.AttemptTimeout,
            MaxResumes = options.Http.MaxRetryAttempts,
        };
        Download download = await transport.OpenAsync(request, cancellationToken).ConfigureAwait(false);
        bool isVerified = options.VerifyDownloads && version is null && document.QuickXorHash is { Length: > 0 };
        return new(document, download, isVerified ? new VerifiedStream(download.Content, document.QuickXorHash!) : download.Content);
    }
}
