namespace Navo.Integrations.Testing.OpenAi;

/// <summary>A model of an <see cref="OpenAiOrganization"/>. Prices are in US dollars for a million tokens.</summary>
/// <param name="Id">Its name in requests.</param>
public sealed record OpenAiModel(string Id)
{
    private static readonly string[] ReasoningFamilies = ["gpt-5", "gpt-6", "o1", "o3", "o4"];

    /// <summary>What it can do.</summary>
    public OpenAiModelKind Kind { get; init; } = OpenAiModelKind.Text;

    /// <summary>When it was made.</summary>
    public DateTimeOffset Created { get; init; } = new(2025, 4, 14, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The day from whose beginning (UTC) it is gone; null if none is announced.</summary>
    public DateOnly? ShutdownDate { get; init; }

    /// <summary>The most tokens of input and output together.</summary>
    public int ContextWindow { get; init; } = 128_000;

    /// <summary>Whether it thinks before it answers and takes no temperature; by default as its name says.</summary>
    public bool IsReasoning { get; init; } = ReasoningFamilies.Any(f => Id.StartsWith(f, StringComparison.Ordinal));

    /// <summary>How hard it thinks when nothing is asked for.</summary>
    public string DefaultEffort { get; init; } = "medium";

    /// <summary>The length of its vectors, for a model that embeds.</summary>
    public int Dimensions { get; init; } = 1536;

    /// <summary>The price of input.</summary>
    public decimal InputPrice { get; init; }

    /// <summary>The price of input that was cached.</summary>
    public decimal CachedPrice { get; init; }

    /// <summary>The price of output, thoughts included.</summary>
    public decimal OutputPrice { get; init; }
}
