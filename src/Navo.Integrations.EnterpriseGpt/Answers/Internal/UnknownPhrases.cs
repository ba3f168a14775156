namespace Navo.Integrations.EnterpriseGpt.Internal.Answers;

/// <summary>Ways in which a model says that it does not know.</summary>
internal static class UnknownPhrases
{
    private const int MostWords = 20;

    private static readonly string[] Phrases =
    [
        "don't know", "do not know", "don’t know", "cannot answer", "can't answer", "cannot find", "no information", "not mentioned", "do not contain", "does not contain", "don't contain", "not specified",
        "weiß nicht", "weiss nicht", "keine information", "nicht beantworten", "keine angabe", "ne sais pas", "aucune information", "no lo sé", "no sé", "ninguna información", "non lo so", "nessuna informazione",
        "não sei", "nenhuma informação", "weet het niet", "weet ik niet", "geen informatie", "わかりません", "分かりません", "不知道", "没有相关信息",
    ];

    /// <summary>Whether a sentence says so and nothing else of weight: no number, and no longer than one breath.</summary>
    public static bool IsIn(string sentence) =>
        Phrases.Any(p => sentence.Contains(p, StringComparison.OrdinalIgnoreCase))
        && !sentence.Any(char.IsDigit)
        && sentence.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length <= MostWords;
}
