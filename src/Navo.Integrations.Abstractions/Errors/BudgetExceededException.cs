namespace Navo.Integrations.Abstractions;

/// <summary>A budget allows no more this month. Nothing was sent to the source, or, within a streamed answer, nothing more was taken from it.</summary>
public sealed class BudgetExceededException : IntegrationException
{
    /// <summary>Makes the failure.</summary>
    /// <param name="message">What was wrong.</param>
    /// <param name="innerException">The cause.</param>
    public BudgetExceededException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
        Remedy = "Wait until ResetsAt, or raise the budget that Scope names.";
    }

    /// <summary>Which budget: <c>user</c>, <c>tenant</c> or <c>total</c>.</summary>
    public string Scope { get; init; } = string.Empty;

    /// <summary>What may be spent in the month, in US dollars.</summary>
    public decimal Limit { get; init; }

    /// <summary>What was spent and is reserved for calls under way, in US dollars.</summary>
    public decimal Spent { get; init; }

    /// <summary>When the budget begins anew.</summary>
    public DateTimeOffset ResetsAt { get; init; }
}
