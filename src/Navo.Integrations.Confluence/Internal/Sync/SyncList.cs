namespace Navo.Integrations.Confluence.Internal.Sync;

/// <summary>One of the lists that together hold a space, or its bin.</summary>
/// <param name="Type">The edition's word for what is listed.</param>
/// <param name="Statuses">The states that are listed.</param>
internal sealed record SyncList(string Type, params IReadOnlyList<string> Statuses)
{
    public bool IsBin => Statuses is ["trashed"];
}
