namespace Navo.Integrations.Confluence.Tests.Oracle;

/// <summary>A made-up instance: who is in which group, who may view which space, which content hangs under which, and who may view it.</summary>
internal sealed class Tenant
{
    public required int Seed { get; init; }

    public required int Users { get; init; }

    /// <summary>For each group the users in it directly.</summary>
    public required bool[][] Members { get; init; }

    /// <summary>For each group the groups in it directly; cycles included.</summary>
    public required bool[][] Nested { get; init; }

    public required IReadOnlyList<Space> Spaces { get; init; }

    public required IReadOnlyList<Item> Items { get; init; }

    public sealed record Space(bool IsAnonymous, IReadOnlySet<int> Users, IReadOnlySet<int> Groups);

    /// <summary>A page, or something that hangs on one; null as restriction means that there is none.</summary>
    public sealed record Item(int Id, string Type, int Space, int? Parent, Audience? Restriction);

    public sealed record Audience(IReadOnlySet<int> Users, IReadOnlySet<int> Groups);
}
