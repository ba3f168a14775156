namespace Navo.Integrations.EnterpriseGpt;

/// <summary>The names of the system prompts that the package itself uses.</summary>
public static class PromptNames
{
    /// <summary>Answers a question from passages. Placeholders: <c>style</c>, <c>language</c>.</summary>
    public const string Answer = "answer";

    /// <summary>Takes a question apart. No placeholders.</summary>
    public const string AnalyzeQuery = "analyze-query";

    /// <summary>Summarizes a text or a part of it. Placeholders: <c>style</c>, <c>words</c>, <c>language</c>.</summary>
    public const string SummarizeMap = "summarize-map";

    /// <summary>Makes one summary of the summaries of parts. Placeholders: <c>style</c>, <c>words</c>, <c>language</c>.</summary>
    public const string SummarizeReduce = "summarize-reduce";

    /// <summary>Makes a follow-up question understandable without the turns before it. No placeholders.</summary>
    public const string RewriteQuestion = "rewrite-question";
}
