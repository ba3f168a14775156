namespace Navo.Integrations.Confluence.Api.Wire;

/// <summary>A version of a content; v1 says <c>when</c> and <c>by</c>, v2 <c>createdAt</c> and <c>authorId</c>.</summary>
public sealed record VersionDto
{
    /// <summary>The number.</summary>
    public int? Number { get; set; }

    /// <summary>When it was made (v1, Data Center).</summary>
    public DateTimeOffset? When { get; set; }

    /// <summary>Who made it (v1, Data Center).</summary>
    public UserDto? By { get; set; }

    /// <summary>When it was made (v2).</summary>
    public DateTimeOffset? CreatedAt { get; set; }

    /// <summary>Who made it (v2).</summary>
    public string? AuthorId { get; set; }

    /// <summary>What its author said of it.</summary>
    public string? Message { get; set; }

    /// <summary>Whether its author called it minor.</summary>
    public bool? MinorEdit { get; set; }
}
