namespace Navo.Integrations.SharePoint.Internal;

/// <summary>Goes with a request for changes, and comes back with where Graph wants everything to be read anew, if it does.</summary>
internal sealed class ResyncAddress
{
    /// <summary>The option of a request under which it goes.</summary>
    public const string Key = "Navo.Integrations.SharePoint.Resync";

    public static HttpRequestOptionsKey<ResyncAddress> Option { get; } = new(Key);

    /// <summary>The address as it was given, unchecked.</summary>
    public string? Value { get; set; }
}
