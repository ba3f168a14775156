using System.Text.Json;

namespace Navo.Integrations.Evaluation;

/// <summary>A question, who asks it, and what a right answer is. See <c>questions.json</c>.</summary>
public sealed record LabelledQuestion
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Its name.</summary>
    public required string Id { get; init; }

    /// <summary>Who asks; one of <see cref="Company.Readers"/>.</summary>
    public required string Reader { get; init; }

    /// <summary>What is asked.</summary>
    public required string Text { get; init; }

    /// <summary>Its language.</summary>
    public string Language { get; init; } = "en";

    /// <summary>The turns before it.</summary>
    public IReadOnlyList<ExpectedTurn> History { get; init; } = [];

    /// <summary>The follow-up as a model would rewrite it; the simulated one only picks sentences, so this is put into its mouth.</summary>
    public string? Rewritten { get; init; }

    /// <summary>The items that answer it as <c>confluence:title</c> or <c>sharepoint:name</c>, each of them; a star at the end stands for any number of copies. Empty where nothing does.</summary>
    public IReadOnlyList<string> Items { get; init; } = [];

    /// <summary>Words that a right answer holds.</summary>
    public string? Phrase { get; init; }

    /// <summary>Why there is no answer; null where there is one.</summary>
    public string? Unknown { get; init; }

    /// <summary>Whether the reader can get an answer.</summary>
    public bool IsAnswerable => Unknown is null;

    /// <summary>All questions.</summary>
    public static IReadOnlyList<LabelledQuestion> All { get; } = Read();

    private static List<LabelledQuestion> Read()
    {
        using Stream stream = typeof(LabelledQuestion).Assembly.GetManifestResourceStream("questions.json")!;
        return JsonSerializer.Deserialize<List<LabelledQuestion>>(stream, Json)!;
    }
}
