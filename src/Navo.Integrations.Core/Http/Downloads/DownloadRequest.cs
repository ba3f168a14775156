namespace Navo.Integrations.Core.Http.Downloads;

/// <summary>One file to fetch, and what its transfer is held to.</summary>
public sealed record DownloadRequest
{
    /// <summary>The path of the bytes, relative to the address of the API, with its query; it begins with a slash.</summary>
    public required string Path { get; init; }

    /// <summary>What is fetched, for messages: <c>attachment</c> or <c>document</c>.</summary>
    public required string What { get; init; }

    /// <summary>The most bytes that are read, 1 or more.</summary>
    public required long MaxBytes { get; init; }

    /// <summary>The option that bounds <see cref="MaxBytes"/>, for messages.</summary>
    public required string MaxBytesOption { get; init; }

    /// <summary>The bytes that the source's own metadata name; null where it names none. What the answer declares goes before.</summary>
    public long? Size { get; init; }

    /// <summary>
    /// The media type that the source's own metadata name; null where they name none. Where it is no markup, a web page of another length than <see cref="Size"/> is not the file: it is what a
    /// proxy shows to log somebody in.
    /// </summary>
    public string? MediaType { get; init; }

    /// <summary>How long no byte may arrive.</summary>
    public required TimeSpan Idle { get; init; }

    /// <summary>How often a transfer that breaks off is taken up where it ended, 0 or more. The file must not have changed in between.</summary>
    public int MaxResumes { get; init; }

    /// <summary>Whether a redirect to the API's own host is a login page rather than the bytes.</summary>
    public bool RefusesOwnHost { get; init; }
}
