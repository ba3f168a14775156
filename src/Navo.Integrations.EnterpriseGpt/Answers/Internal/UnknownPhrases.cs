namespace Navo.Integrations.EnterpriseGpt.Internal.Answers;

/// <summary>Ways in which a model says that it does not know.</summary>
internal static class UnknownPhrases
{
    private const int MostWords = 20;

    private static readonly string[] Phrases =
    [
        "don't know", "do not know", "cannot answer", "can't answer", "cannot find", "no information", "not mentioned", "do not contain", "does not contain", "don't contain", "not specified",
        "weiß nicht", "weiß ich nicht", "weiss nicht", "weiss ich nicht", "keine information", "nicht beantworten", "keine angabe", "ne sais pas", "aucune information", "no lo sé", "no sé", "ninguna información",
        "non lo so", "nessuna informazione", "não sei", "nenhuma informação", "weet het niet", "weet ik niet", "geen informatie", "わかりません", "分かりません", "不知道", "没有相关信息",
    ];

    /// <summary>Words that such a sentence may have beside the phrase and the question's, without saying anything.</summary>
    private static readonly HashSet<string> Filling = AnswerWords.SetOf(
        "passage passages source sources document documents page pages text texts context information informations provided given available question answer answered found find contain contained mention mentioned "
        + "specified say says said sorry unfortunately based therefore here detail details more anything nothing further rest part subject topic "
        + "quelle quellen dokument dokumente dokumenten seite seiten texte texten frage antwort leider hierzu dazu darüber angaben angabe informationen genannt enthalten gefunden gegeben beantworten weiß "
        + "sais information réponse question malheureusement información pregunta respuesta informazioni domanda risposta informação pergunta resposta informatie vraag antwoord helaas weet");

    /// <summary>With these another statement begins.</summary>
    private static readonly string[] Turns = ["but", "however", "although", "yet", "so", "because", "aber", "jedoch", "sondern", "denn", "weil", "mais", "car", "pero", "porque", "però", "ma", "mas", "maar", "want"];

    /// <summary>Whether a text has such a phrase, and is no longer than one breath and without numbers.</summary>
    public static bool IsIn(string sentence) => PhraseOf(Plain(sentence)) is not null && !sentence.Any(char.IsDigit) && WordsOf(sentence).Length <= MostWords;

    /// <summary>Whether a sentence says so and nothing else: all other words that say something are those of the question, or stand for it.</summary>
    public static bool IsAll(string sentence, string question)
    {
        string plain = Plain(sentence);
        if (PhraseOf(plain) is not { } phrase || WordsOf(plain).Length > MostWords || WordsOf(plain).Any(w => Turns.Contains(w.Trim(',', '.', ';', ':'), StringComparer.OrdinalIgnoreCase)))
        {
            return false;
        }

        string rest = plain.Replace(phrase, " ", StringComparison.OrdinalIgnoreCase);
        HashSet<string> asked = AnswerWords.SetOf(question);
        return AnswerWords.Of(rest).All(w => !w.IsNegation && (asked.Contains(w.Stem) || Filling.Contains(w.Stem)));
    }

    private static string? PhraseOf(string plain) => Phrases.FirstOrDefault(p => plain.Contains(p, StringComparison.OrdinalIgnoreCase));

    private static string Plain(string sentence) => FoldedText.Compatible(sentence).Replace('’', '\'');

    private static string[] WordsOf(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
