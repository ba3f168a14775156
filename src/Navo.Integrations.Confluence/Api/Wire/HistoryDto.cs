namespace Navo.Integrations.Confluence.Api.Wire;

/// <summary>The history of a content.</summary>
public sealed record HistoryDto
{
    /// <summary>When it was made.</summary>
    public DateTimeOffset? CreatedDate { get; set; }

    /// <summary>Who made it.</summary>
    public UserDto? CreatedBy { get; set; }
}
