namespace Navo.Integrations.Confluence.Api.Wire;

/// <summary>A version of a content; v1 says <c>when</c> and <c>by</c>, v2 <c>createdAt</c> and <c>authorId</c>.</summary>
public sealed record VersionDto
{
    /// <summary>The number.</summary>
    public int? Number { get; init; }

    /// <summary>When it was made (v1, Data Center).</summary>
    public DateTimeOffset? When { get; init; }

    /// <summary>Who made it (v1, Data Center).</summary>
    public UserDto? By { get; init; }

    /// <summary>When it was made (v2).</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Who made it (v2).</summary>
    public string? AuthorId { get; init; }

    /// <summary>What its author said of it.</summary>
    public string? Message { get; init; }

    /// <summary>Whether its author called it minor.</summary>
    public bool? MinorEdit { get; init; }
}
