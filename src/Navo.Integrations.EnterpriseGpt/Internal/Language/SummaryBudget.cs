namespace Navo.Integrations.EnterpriseGpt.Internal.Language;

/// <summary>How the work of a summary is cut up, in tokens.</summary>
/// <param name="Chunk">The text of one call.</param>
/// <param name="Part">The longest answer on a part.</param>
internal sealed record SummaryBudget(int Chunk, int Part)
{
    private const int LeastChunk = 1024;

    private const int MostPart = 1000;

    /// <summary>What the tags and headings around a part cost at most.</summary>
    private const int Frame = 120;

    /// <summary>The longest that a part is passed on. Models count a little differently from us.</summary>
    public int PartLimit => Part + (Part / 4) + 16;

    /// <summary>How many parts always fit into one call; at least two, so that every round has at most half as many.</summary>
    public int Group => Math.Max(2, Chunk / (PartLimit + Frame));

    public static SummaryBudget Of(EnterpriseGptOptions options)
    {
        int chunk = Math.Max(options.ContextTokens, LeastChunk);
        return new(chunk, Math.Max(1, Math.Min(options.MaxTokens, Math.Min(chunk / 8, MostPart))));
    }

    /// <summary>How many chunks can be read with so many calls, those that join their summaries included.</summary>
    public int Reachable(int chunks, int calls)
    {
        int reachable = Math.Min(chunks, Math.Max(calls, 1));
        while (reachable > 1 && CallsFor(reachable) > calls)
        {
            reachable--;
        }

        return reachable;
    }

    /// <summary>A single chunk needs no joining.</summary>
    private int CallsFor(int chunks)
    {
        int calls = chunks;
        for (int parts = chunks; parts > 1;)
        {
            parts = (parts + Group - 1) / Group;
            calls += parts;
        }

        return calls;
    }
}
