namespace Navo.Integrations.EnterpriseGpt;

/// <summary>What calls used and cost.</summary>
public sealed record UsageFigures
{
    /// <summary>Nothing.</summary>
    public static UsageFigures None { get; } = new();

    /// <summary>Calls of the model, failed ones included; answers out of our own cache are not.</summary>
    public long Requests { get; init; }

    /// <summary>Those of them that failed.</summary>
    public long FailedRequests { get; init; }

    /// <summary>Those of them whose tokens were counted here because the API gave no figures.</summary>
    public long EstimatedRequests { get; init; }

    /// <summary>Those of them whose cost is not known; <see cref="Cost"/> lacks them.</summary>
    public long RequestsOfUnknownCost { get; init; }

    /// <summary>Answers out of our own cache, which asked no model and cost nothing again.</summary>
    public long CachedAnswers { get; init; }

    /// <summary>The tokens.</summary>
    public TokenUsage Tokens { get; init; }

    /// <summary>The sum of the costs that are known, in US dollars.</summary>
    public decimal Cost { get; init; }

    /// <summary>What budgets were charged for requests of unknown cost, in US dollars: what had been reserved for them.</summary>
    public decimal ChargedForUnknown { get; init; }

    /// <summary>How long the calls of the model took together.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary>Whether <see cref="Cost"/> is all that was spent.</summary>
    public bool IsCostKnown => RequestsOfUnknownCost == 0;

    /// <summary>How long a call of the model took on average; zero for none.</summary>
    public TimeSpan AverageLatency => Requests == 0 ? TimeSpan.Zero : Latency / Requests;

    /// <summary>Adds two.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns>The sum.</returns>
    public static UsageFigures operator +(UsageFigures left, UsageFigures right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return new()
        {
            Requests = left.Requests + right.Requests,
            FailedRequests = left.FailedRequests + right.FailedRequests,
            EstimatedRequests = left.EstimatedRequests + right.EstimatedRequests,
            RequestsOfUnknownCost = left.RequestsOfUnknownCost + right.RequestsOfUnknownCost,
            CachedAnswers = left.CachedAnswers + right.CachedAnswers,
            Tokens = left.Tokens + right.Tokens,
            Cost = left.Cost + right.Cost,
            ChargedForUnknown = left.ChargedForUnknown + right.ChargedForUnknown,
            Latency = left.Latency + right.Latency,
        };
    }
}
