namespace Navo.Integrations.Confluence.Api.Wire;

/// <summary>A group.</summary>
public sealed record GroupDto
{
    /// <summary>The id (Cloud).</summary>
    public string? Id { get; set; }

    /// <summary>The name; on Data Center its identity.</summary>
    public string? Name { get; set; }
}
