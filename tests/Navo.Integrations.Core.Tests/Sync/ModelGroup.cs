namespace Navo.Integrations.Core.Tests.Sync;

/// <summary>A group of the model tenant.</summary>
internal sealed record ModelGroup(string Id, string Name, IReadOnlyList<string> Members, bool IsUnreadable = false)
{
    public override string ToString() => $"{Id}|{Name}|{string.Join(',', Members.Distinct().Order(StringComparer.Ordinal))}";
}
