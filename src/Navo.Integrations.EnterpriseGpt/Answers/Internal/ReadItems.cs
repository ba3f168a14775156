namespace Navo.Integrations.EnterpriseGpt.Internal.Answers;

/// <summary>The texts of the hits, and what could not be read.</summary>
internal sealed record ReadItems(IReadOnlyList<ReadItem> Items, IReadOnlyList<UnreadItem> Unread)
{
    public ReadItems And(ReadItems more) => new([.. Items, .. more.Items], [.. Unread, .. more.Unread]);
}
