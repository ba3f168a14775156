namespace Navo.Integrations.Confluence.Api.Wire;

/// <summary>The labels within a page of v2.</summary>
public sealed record PageLabelsDto
{
    /// <summary>The first labels.</summary>
    public IReadOnlyList<LabelDto>? Results { get; set; }

    /// <summary>Whether there are more.</summary>
    public HasMoreDto? Meta { get; set; }
}
