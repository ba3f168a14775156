namespace Navo.Integrations.Testing.Confluence.Cql;

/// <summary>One key of the order.</summary>
internal sealed record CqlSort(string Field, bool Descending);
