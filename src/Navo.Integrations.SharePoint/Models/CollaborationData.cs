using Navo.Integrations.Abstractions;

namespace Navo.Integrations.SharePoint;

/// <summary>How people work on a document.</summary>
public sealed record CollaborationData
{
    /// <summary>The document.</summary>
    public required SharePointItem Document { get; init; }

    /// <summary>The sharing links, with whom they name and when they end.</summary>
    public required IReadOnlyList<SharingGrant> Links { get; init; }

    /// <summary>Everybody else who has access, directly or inherited.</summary>
    public required IReadOnlyList<SharingGrant> Access { get; init; }

    /// <summary>Those who wrote its versions, the latest first.</summary>
    public required IReadOnlyList<PersonRef> CoAuthors { get; init; }

    /// <summary>Its use since ever; null where the source has no figures.</summary>
    public ItemActivity? AllTime { get; init; }

    /// <summary>Its use in the last seven days; null where the source has no figures.</summary>
    public ItemActivity? LastSevenDays { get; init; }

    /// <summary>Its use by day over the last 30 days; empty where the source has no figures.</summary>
    public IReadOnlyList<ItemActivity> Daily { get; init; } = [];

    /// <summary>What could not be read, and why.</summary>
    public IReadOnlyList<ContentLoss> Losses { get; init; } = [];
}
