namespace Navo.Integrations.Core.Notifications;

/// <summary>A request of whoever claims to be a source, as it came.</summary>
public sealed record NotificationRequest
{
    private readonly IReadOnlyDictionary<string, string> _headers = new Dictionary<string, string>();

    /// <summary>The body, byte for byte: signatures are over these.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The headers, by name without regard to case.</summary>
    public IReadOnlyDictionary<string, string> Headers
    {
        get => _headers;
        init => _headers = new Dictionary<string, string>(value, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The parameters of the query, by name.</summary>
    public IReadOnlyDictionary<string, string> Query { get; init; } = new Dictionary<string, string>();
}
