using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Federation;

/// <summary>One federated search: the question, who asks, and where its page begins.</summary>
internal sealed class FederatedCall
{
    private readonly FederatedPosition? _position;

    /// <exception cref="InvalidQueryException">The continuation belongs to another query or reader, or a filter is none, or a list of the query is not whole.</exception>
    public FederatedCall(FederatedQuery query, AccessContext reader, DateTimeOffset now)
    {
        QueryCheck.Require(query);
        Query = query;
        Reader = reader;
        _position = FederatedPosition.Open(query, reader);
        AskedAt = _position?.AskedAt ?? now;
        Planner = new(query, AskedAt);
    }

    public FederatedQuery Query { get; }

    public AccessContext Reader { get; }

    public DateTimeOffset AskedAt { get; }

    public SourcePlanner Planner { get; }

    public bool IsFirstPage => _position is null;

    /// <summary>Where a source goes on; null if it is at its end.</summary>
    public SourcePosition? PositionOf(IntegrationName source) => _position is null ? SourcePosition.Start : _position.Sources.GetValueOrDefault(source);
}
