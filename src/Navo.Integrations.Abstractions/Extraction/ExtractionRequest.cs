namespace Navo.Integrations.Abstractions;

/// <summary>A file whose text is wanted.</summary>
public sealed record ExtractionRequest
{
    /// <summary>The bytes, from the stream's position to its end. The stream is left open. One that can seek is read in place; another is held in memory, up to the limit for a file.</summary>
    public required Stream Content { get; init; }

    /// <summary>The file's name, of which only the extension is used.</summary>
    public string? FileName { get; init; }

    /// <summary>The declared media type, with parameters such as <c>charset</c> where there are any. What the bytes say goes before it.</summary>
    public string? MediaType { get; init; }
}
