using System.ComponentModel.DataAnnotations;

namespace Navo.Integrations.EnterpriseGpt;

/// <summary>How questions are answered. Section <c>Navo:Integrations:KnowledgeAssistant</c>, or by code: <c>services.Configure&lt;KnowledgeAssistantOptions&gt;(…)</c>.</summary>
public sealed class KnowledgeAssistantOptions
{
    /// <summary>Wordings searched at once, 1 to 10; 4 by default. Where they find next to nothing, as many single keywords follow.</summary>
    [Range(1, 10)]
    public int MaxSearches { get; set; } = 4;

    /// <summary>Items whose text is read at most, 1 to 50; 10 by default.</summary>
    [Range(1, 50)]
    public int MaxItems { get; set; } = 10;

    /// <summary>Passages that go to the model at most, 1 to 50; 12 by default.</summary>
    [Range(1, 50)]
    public int MaxPassages { get; set; } = 12;

    /// <summary>The tokens of one passage at most, 32 to 4,000; 320 by default. Passages end where headings begin.</summary>
    [Range(32, 4000)]
    public int PassageTokens { get; set; } = 320;

    /// <summary>The tokens of all passages at most, 64 to 200,000; 4,000 by default.</summary>
    [Range(64, 200_000)]
    public int ContextTokens { get; set; } = 4000;

    /// <summary>The tokens of the history at most, 0 to 100,000; 2,000 by default. The oldest turns are left out first.</summary>
    [Range(0, 100_000)]
    public int HistoryTokens { get; set; } = 2000;

    /// <summary>The tokens of the summary of an item that may be given as <see cref="SensitivityLevel.SummaryOnly"/>, 16 to 2,000; 120 by default.</summary>
    [Range(16, 2000)]
    public int SummaryTokens { get; set; } = 120;

    /// <summary>Reads and checks in flight at once, 1 to 32; 6 by default.</summary>
    [Range(1, 32)]
    public int MaxParallel { get; set; } = 6;

    /// <summary>How long the sources may take over a search. 10 seconds by default, at most five minutes.</summary>
    public TimeSpan SearchTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long an item's text may take. 10 seconds by default.</summary>
    public TimeSpan ContentTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long all permissions may take; what is not decided by then is out. 5 seconds by default.</summary>
    public TimeSpan PermissionTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How old a permission may be at most. Zero by default: each answer asks the sources anew, and what they kept of permissions is forgotten for it.</summary>
    public TimeSpan MaxPermissionAge { get; set; }

    /// <summary>What becomes of a sentence that no passage supports.</summary>
    public UnsupportedSentence OnUnsupported { get; set; }

    /// <summary>What stands after an unsupported sentence that is marked.</summary>
    [Required]
    public string UnsupportedMark { get; set; } = "(not found in the sources)";

    /// <summary>What is answered where nothing supports an answer.</summary>
    [Required]
    public string DontKnowText { get; set; } = "I don't know: nothing that you may see answers this.";

    /// <summary>Whether sentences of the best passages are the answer where the model cannot be asked. True by default; else its failure is thrown.</summary>
    public bool AllowExtractive { get; set; } = true;

    /// <summary>Sentences of an extractive answer at most, 1 to 20; 3 by default.</summary>
    [Range(1, 20)]
    public int ExtractiveSentences { get; set; } = 3;

    /// <summary>How much of an item with a label the model may be given, by label; case, white space and forms of Unicode don't matter. The strictest of an item's labels counts, those of its origin
    /// included where it is a copy. In a configuration the labels stand as a list below their level: <c>Sensitivity:Never</c>.</summary>
    public IDictionary<string, SensitivityLevel> Sensitivity { get; } = new Dictionary<string, SensitivityLevel>(StringComparer.OrdinalIgnoreCase);

    /// <summary>How much of an item the model may be given that has none of these labels. <see cref="SensitivityLevel.Full"/> by default.</summary>
    public SensitivityLevel DefaultSensitivity { get; set; }

    /// <summary>Whether items with suspicious instructions are left out instead of flagged. False by default.</summary>
    public bool ExcludeSuspicious { get; set; }

    /// <summary>The age from which a cited item is said to be old, unless the item has a threshold of its own. A year by default.</summary>
    public TimeSpan StaleAfter { get; set; } = TimeSpan.FromDays(365);
}
