namespace Navo.Integrations.Testing.Confluence.Http;

/// <summary>The items of one page and where the next one begins, or null on the last.</summary>
internal sealed record PageSlice<T>(IReadOnlyList<T> Items, int Start, int Limit, int? Next);
