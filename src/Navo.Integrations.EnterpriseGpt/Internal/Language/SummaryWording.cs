using System.Globalization;

namespace Navo.Integrations.EnterpriseGpt.Internal.Language;

/// <summary>Says to the model how a summary is to be.</summary>
internal static class SummaryWording
{
    /// <summary>Of parts that are joined later: facts survive in notes, not in polished prose.</summary>
    public const string Notes = "Dense notes, one fact a line, in the order of the text.";

    public static string Style(SummaryStyle style) => style switch
    {
        SummaryStyle.Bullets => "A Markdown list of points, the most important first.",
        SummaryStyle.Executive => "For a decision: the matter in one sentence, then decision or recommendation, reasons, risks, and numbers.",
        SummaryStyle.ActionItems => "A Markdown list of what has to be done: who, what, by when. Write \"not said\" where the text does not say who or when; say so where there is nothing to do.",
        SummaryStyle.Technical => "For people of the trade: interfaces, settings, limits, versions and steps, with names as they stand.",
        _ => "Running text in plain sentences.",
    };

    public static string Words(SummaryRequest request) => Words(request.MaxWords ?? request.Length switch
    {
        SummaryLength.Short => 60,
        SummaryLength.Long => 400,
        _ => 150,
    });

    public static string Words(int most) => string.Create(CultureInfo.InvariantCulture, $"at most {most} words.");

    public static string Language(SummaryRequest request) => request.Language ?? "the language of the text";

    public static IReadOnlyDictionary<string, string> Values(string style, string words, string language) =>
        new Dictionary<string, string> { ["style"] = style, ["words"] = words, ["language"] = language };
}
