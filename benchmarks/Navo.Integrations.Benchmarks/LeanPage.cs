namespace Navo.Integrations.Benchmarks;

/// <summary>The least of a page: what hand-written code would read.</summary>
internal sealed record LeanPage(string? Id, string? Title, string? SpaceId, LeanPage.PageBody? Body, LeanPage.PageVersion? Version)
{
    internal sealed record PageBody(Representation? Storage);

    internal sealed record Representation(string? Value);

    internal sealed record PageVersion(int Number, DateTimeOffset? CreatedAt);
}
