namespace Navo.Integrations.Abstractions;

/// <summary>One trouble of one integration, from the moment it was noticed until it is over. It holds no secret, no content, no query and no reader's name.</summary>
public sealed record Alert
{
    /// <summary>What tells it from others that are open at the same time: rule, integration and part, for example <c>error_rate:confluence</c> or <c>budget_used:enterprise-gpt/total</c>. The next trouble of the kind has the same.</summary>
    public required string Key { get; init; }

    /// <summary>What it is about.</summary>
    public required AlertRule Rule { get; init; }

    /// <summary>The integration.</summary>
    public required IntegrationName Integration { get; init; }

    /// <summary>Which part of the integration, for example <c>total</c> of its budgets; empty for the whole of it.</summary>
    public string Part { get; init; } = string.Empty;

    /// <summary>The figure, in the unit of the <see cref="Rule"/>: the latest one of an open alert, else the one that ended it.</summary>
    public required double Value { get; init; }

    /// <summary>The figure from which on it was raised, in the same unit.</summary>
    public required double Threshold { get; init; }

    /// <summary>When it was raised.</summary>
    public required DateTimeOffset RaisedAt { get; init; }

    /// <summary>When it was over; null as long as it is open.</summary>
    public DateTimeOffset? ResolvedAt { get; init; }

    /// <summary>What is the matter, in a sentence.</summary>
    public required string Summary { get; init; }

    /// <summary>Whether the trouble goes on.</summary>
    public bool IsOpen => ResolvedAt is null;
}
