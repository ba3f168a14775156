using Navo.Integrations.Testing.Confluence.Model;

namespace Navo.Integrations.Testing.Confluence.Cql;

/// <summary>A content that answers a query.</summary>
internal sealed record CqlHit(SimulatedContent Content, double Score);
