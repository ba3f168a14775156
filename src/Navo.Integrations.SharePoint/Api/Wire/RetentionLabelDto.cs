namespace Navo.Integrations.SharePoint.Api.Wire;

/// <summary>The retention label of an item.</summary>
internal sealed record RetentionLabelDto
{
    public string? Name { get; set; }

    public bool? IsLabelAppliedExplicitly { get; set; }

    public IdentitySetDto? LabelAppliedBy { get; set; }

    public DateTimeOffset? LabelAppliedDateTime { get; set; }
}
