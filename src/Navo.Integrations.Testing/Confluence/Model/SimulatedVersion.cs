namespace Navo.Integrations.Testing.Confluence.Model;

/// <summary>One saved version of a content.</summary>
/// <param name="Number">Its number, counted from 1.</param>
/// <param name="When">When it was saved.</param>
/// <param name="AuthorId">The account id of who saved it.</param>
/// <param name="Title">The title in this version.</param>
/// <param name="Storage">The body in storage format.</param>
public sealed record SimulatedVersion(int Number, DateTimeOffset When, string AuthorId, string Title, string Storage)
{
    /// <summary>The body in Cloud's document format, as JSON; null for one paragraph with the words of <see cref="Storage"/>.</summary>
    public string? AtlasDocument { get; init; }

    /// <summary>The body as HTML for people; null for one paragraph with the words of <see cref="Storage"/>.</summary>
    public string? View { get; init; }

    /// <summary>What the author said about the change.</summary>
    public string Message { get; init; } = "";

    /// <summary>Whether the author called the change minor.</summary>
    public bool IsMinor { get; init; }
}
