namespace Navo.Integrations.Live.Tests;

/// <summary>How the scenarios reach an OpenAI, real or simulated.</summary>
public sealed record GptAccess
{
    public Uri? BaseUrl { get; init; }

    public required string ApiKey { get; init; }

    public required string OrganizationId { get; init; }

    public string? ProjectId { get; init; }

    /// <summary>Null where the scenarios have to do without the organization's own figures.</summary>
    public string? AdminKey { get; init; }

    /// <summary>The model; null for the default one.</summary>
    public string? Model { get; init; }

    /// <summary>The id of a vector store; null where there is none to search.</summary>
    public string? VectorStore { get; init; }

    /// <summary>A text that something in the vector store matches.</summary>
    public string Words { get; init; } = "the";
}
