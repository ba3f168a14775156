namespace Navo.Integrations.Testing.Faults;

/// <summary>When a fault strikes. Rules of a plan are tried in the order of their addition; the first that strikes wins.</summary>
public sealed record FaultRule
{
    /// <summary>The fault.</summary>
    public required Fault Fault { get; init; }

    /// <summary>The method; any if null.</summary>
    public string? Method { get; init; }

    /// <summary>Whether the rule concerns a request, by its path and query as sent; every one if null.</summary>
    public Func<string, bool>? Path { get; init; }

    /// <summary>How many of the requests concerned pass before the first that is struck. Default: 0.</summary>
    public int Skip { get; init; }

    /// <summary>How many requests are struck at most. Default: 1.</summary>
    public int Times { get; init; } = 1;

    /// <summary>The probability, 0 to 1, that a request concerned is struck, drawn from the plan's seed. Default: 1.</summary>
    public double Probability { get; init; } = 1;
}
