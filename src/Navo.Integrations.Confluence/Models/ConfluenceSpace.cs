namespace Navo.Integrations.Confluence;

/// <summary>A space.</summary>
public sealed record ConfluenceSpace
{
    /// <summary>Its key, for example <c>ENG</c>; personal spaces begin with <c>~</c>.</summary>
    public required string Key { get; init; }

    /// <summary>Its numeric id.</summary>
    public string? Id { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its type as Confluence says it, for example <c>global</c> or <c>personal</c>.</summary>
    public string? Type { get; init; }

    /// <summary>Whether it is archived.</summary>
    public required bool IsArchived { get; init; }

    /// <summary>Whether it is somebody's own.</summary>
    public bool IsPersonal => Key.StartsWith('~');
}
