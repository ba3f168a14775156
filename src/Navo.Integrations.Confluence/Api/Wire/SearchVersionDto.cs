namespace Navo.Integrations.Confluence.Api.Wire;

/// <summary>The version of a search hit.</summary>
public sealed record SearchVersionDto
{
    /// <summary>Its number, 1 or more.</summary>
    public int? Number { get; set; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset? When { get; set; }
}
