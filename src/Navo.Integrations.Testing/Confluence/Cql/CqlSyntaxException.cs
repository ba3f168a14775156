namespace Navo.Integrations.Testing.Confluence.Cql;

/// <summary>The query isn't CQL; the simulator answers 400.</summary>
internal sealed class CqlSyntaxException(string message) : Exception(message);
