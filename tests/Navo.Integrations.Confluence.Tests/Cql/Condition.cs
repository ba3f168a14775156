using Navo.Integrations.Testing.Confluence.Model;

namespace Navo.Integrations.Confluence.Tests.Queries;

/// <summary>A query, and the same condition in C#.</summary>
internal sealed record Condition(Cql Query, Func<SimulatedContent, bool> Holds)
{
    public override string ToString() => Query.ToString();
}
