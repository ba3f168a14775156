namespace Navo.Integrations.SharePoint.Api.Wire;

/// <summary>What was done with an item in an interval.</summary>
internal sealed record ActivityStatDto
{
    public DateTimeOffset? StartDateTime { get; set; }

    public DateTimeOffset? EndDateTime { get; set; }

    public ActionStatDto? Access { get; set; }

    public ActionStatDto? Create { get; set; }

    public ActionStatDto? Edit { get; set; }

    public ActionStatDto? Delete { get; set; }

    public ActionStatDto? Move { get; set; }

    public bool? IsTrending { get; set; }

    public IncompleteDataDto? IncompleteData { get; set; }
}
