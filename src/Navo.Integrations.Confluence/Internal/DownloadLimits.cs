namespace Navo.Integrations.Confluence.Internal;

/// <summary>What a download is held to.</summary>
/// <param name="MaxBytes">The most bytes that are read.</param>
/// <param name="Expected">The bytes that were declared; null where nobody did.</param>
/// <param name="Idle">How long no byte may arrive.</param>
internal sealed record DownloadLimits(long MaxBytes, long? Expected, TimeSpan Idle)
{
    public static Abstractions.ProtocolException TooLarge(long maxBytes) => new($"The attachment is larger than {maxBytes} bytes.")
    {
        Remedy = "Raise the option MaxAttachmentBytes if attachments may be so large.",
    };
}
