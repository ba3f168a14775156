namespace Navo.Integrations.Testing.Confluence.Cql;

/// <summary>A value in a condition: text, or a function with at most one argument.</summary>
internal sealed record CqlValue(string Text, bool IsFunction = false, string? Argument = null);
