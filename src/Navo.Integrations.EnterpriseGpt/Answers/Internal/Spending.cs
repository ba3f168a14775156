using Navo.Integrations.Abstractions;

namespace Navo.Integrations.EnterpriseGpt.Internal.Answers;

/// <summary>What the calls for one answer used and cost.</summary>
internal sealed class Spending
{
    public TokenUsage Usage { get; private set; }

    /// <summary>Null once one call's cost is not known.</summary>
    public decimal? Cost { get; private set; } = 0m;

    public void Add(GeneratedResponse response)
    {
        if (response.Origin.Kind == ResultOriginKind.Source)
        {
            Add(response.Usage, response.Cost);
        }
    }

    public void Add(TokenUsage usage, decimal? cost) => (Usage, Cost) = (Usage + usage, Cost + cost);
}
