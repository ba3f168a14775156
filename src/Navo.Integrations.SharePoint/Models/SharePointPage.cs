using Navo.Integrations.Abstractions;

namespace Navo.Integrations.SharePoint;

/// <summary>A page of a site. Read its text with <see cref="IIntegration.GetContentAsync"/>.</summary>
public sealed record SharePointPage
{
    /// <summary>Its id: the path of the resource in Graph.</summary>
    public required ContentId Id { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>The site that holds it.</summary>
    public required ContainerRef Site { get; init; }

    /// <summary>Whether it is a news post.</summary>
    public bool IsNews { get; init; }

    /// <summary>Whether its newest state is not published yet.</summary>
    public bool IsDraft { get; init; }

    /// <summary>What it says of itself.</summary>
    public string? Description { get; init; }

    /// <summary>Who made it.</summary>
    public PersonRef? Author { get; init; }

    /// <summary>Who changed it last.</summary>
    public PersonRef? Editor { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset? Created { get; init; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset? Modified { get; init; }

    /// <summary>Its address for people.</summary>
    public Uri? WebAddress { get; init; }
}
