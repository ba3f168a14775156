namespace Navo.Integrations.SharePoint.Api.Wire;

/// <summary>Where a lookup column looks.</summary>
internal sealed record LookupColumnDto
{
    public string? ListId { get; set; }

    public string? ColumnName { get; set; }

    public bool? AllowMultipleValues { get; set; }
}
