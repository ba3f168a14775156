namespace Navo.Integrations.EnterpriseGpt.Internal.Usage;

/// <summary>What a call may cost, in US dollars.</summary>
/// <param name="Input">Its prompt.</param>
/// <param name="PerOutputToken">Each token of its answer.</param>
internal readonly record struct CallPrice(decimal Input, decimal PerOutputToken)
{
    public decimal Of(int outputTokens) => Input + (outputTokens * PerOutputToken);

    /// <summary>How many tokens of an answer an amount affords, at most as many as are wanted; negative where it does not even afford the prompt.</summary>
    public int Afford(decimal amount, int wanted)
    {
        if (amount < Input)
        {
            return -1;
        }

        if (Of(wanted) <= amount)
        {
            return wanted;
        }

        int tokens = (int)Math.Floor((amount - Input) / PerOutputToken);
        return Of(tokens) <= amount ? tokens : tokens - 1;      // a quotient may be rounded up in its last digit
    }

    public CallPrice Times(decimal factor) => new(Input * factor, PerOutputToken * factor);
}
