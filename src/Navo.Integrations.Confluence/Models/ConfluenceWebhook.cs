namespace Navo.Integrations.Confluence;

/// <summary>A webhook of Data Center.</summary>
/// <remarks><see href="https://developer.atlassian.com/server/confluence/webhooks/"/>.</remarks>
public sealed record ConfluenceWebhook
{
    /// <summary>Its id; null where the instance does not name it.</summary>
    public string? Id { get; init; }

    /// <summary>Its name.</summary>
    public string? Name { get; init; }

    /// <summary>Where events go.</summary>
    public required Uri Url { get; init; }

    /// <summary>Whether it tells.</summary>
    public bool IsActive { get; init; }

    /// <summary>The events that it tells.</summary>
    public IReadOnlyList<string> Events { get; init; } = [];
}
