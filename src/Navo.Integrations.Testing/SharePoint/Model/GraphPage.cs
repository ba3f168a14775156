namespace Navo.Integrations.Testing.SharePoint.Model;

/// <summary>A simulated page of a site. Its permissions are those of the entry with the same unique id in the site's page library.</summary>
/// <param name="Id">The id.</param>
/// <param name="SiteId">The site.</param>
/// <param name="Title">The title.</param>
/// <param name="CanvasLayout">The canvas, as JSON.</param>
public sealed record GraphPage(string Id, string SiteId, string Title, string CanvasLayout)
{
    /// <summary>How often it was published; its <c>eTag</c> and its version have it.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Whether its newest state is not published yet.</summary>
    public bool IsDraft { get; init; }

    /// <summary>When it was saved last.</summary>
    public DateTimeOffset Modified { get; init; } = new(2026, 11, 1, 8, 0, 0, TimeSpan.Zero);
}
