using System.Collections.Frozen;

namespace Navo.Integrations.EnterpriseGpt.Internal.Language;

/// <summary>Tells what a question wants by its first words, or by a word that gives it away.</summary>
internal static class IntentFinder
{
    private static readonly FrozenDictionary<string, QueryIntent> First = Table(
        (QueryIntent.Summarize, "summarize summarise summary tl;dr tldr fasse zusammenfassung zusammenfassen résume résumer résumé resume resumir resumen riassumi riassunto resumo samenvatting vat"),
        (QueryIntent.Compare, "compare comparison vergleiche vergleich vergleichen comparer compara comparar confronta vergelijk"),
        (QueryIntent.ListItems, "list liste auflisten welche lister lista listar elenca lijst"),
        (QueryIntent.FindDocument, "find search locate open finde suche such zeige trouve cherche busca buscar encuentra trova cerca encontre procure zoek vind"),
        (QueryIntent.FindPerson, "who wer qui quién chi quem"),
        (QueryIntent.AnswerQuestion, "what when why which is are does do can was wann warum wieso weshalb ist sind qu'est-ce quand pourquoi qué cuándo cosa quando perché wat wanneer waarom"));

    private static readonly FrozenDictionary<string, QueryIntent> Anywhere = Table(
        (QueryIntent.Compare, "vs versus difference differences unterschied unterschiede différence diferencia differenza diferença verschil"),
        (QueryIntent.Troubleshoot, "error errors fails failed failing broken crash crashes exception troubleshoot troubleshooting fehler fehlermeldung kaputt abgestürzt erreur fallo errore erro fout"));

    private static readonly PhraseSet HowTo = new(
        "how do", "how to", "how can", "how should", "how does one", "wie kann", "wie mache", "wie man", "wie erstelle", "wie richte", "wie beantrage", "comment", "cómo", "come si", "come faccio", "como faço", "hoe");

    private static readonly PhraseSet Faults = new(
        "not working", "doesn't work", "does not work", "don't work", "funktioniert nicht", "geht nicht", "ne fonctionne pas", "ne marche pas", "no funciona", "non funziona", "não funciona", "werkt niet");

    private static readonly PhraseSet Lists = new(
        "show all", "show me all", "give me all", "all documents", "all pages", "alle dokumente", "alle seiten", "zeige alle", "tous les", "todos los", "tutti i", "todos os");

    private static readonly PhraseSet Places = new(
        "where is", "where can i find", "where are", "show me", "wo ist", "wo finde", "wo sind", "wo liegt", "où est", "où se trouve", "dónde está", "dov'è", "onde está", "waar is");

    /// <summary>Whether a word opens a question or an order.</summary>
    public static bool IsLeading(string word) => First.ContainsKey(word) || IsGreeting(word) || word is "show" or "give" or "where" or "how";

    public static QueryIntent Of(QueryDraft draft)
    {
        int first = IsGreeting(draft.Word(0)) ? 1 : 0;
        QueryIntent leading = First.GetValueOrDefault(draft.Word(first));
        if (leading is QueryIntent.Summarize or QueryIntent.Compare)
        {
            return leading;
        }

        QueryIntent telling = Telling(draft);
        return telling != QueryIntent.Unknown ? telling : ByPhrase(draft, leading);
    }

    private static QueryIntent Telling(QueryDraft draft)
    {
        if (Faults.IsIn(draft.Text))
        {
            return QueryIntent.Troubleshoot;
        }

        foreach (QueryWord word in draft.Words)
        {
            if (Anywhere.TryGetValue(word.Lower, out QueryIntent intent))
            {
                return intent;
            }
        }

        return QueryIntent.Unknown;
    }

    private static QueryIntent ByPhrase(QueryDraft draft, QueryIntent leading)
    {
        if (Lists.IsIn(draft.Text))
        {
            return QueryIntent.ListItems;
        }

        if (Places.IsIn(draft.Text))
        {
            return QueryIntent.FindDocument;
        }

        if (HowTo.IsIn(draft.Text))
        {
            return QueryIntent.HowTo;
        }

        bool isQuestion = leading == QueryIntent.Unknown && draft.Text.AsSpan().TrimEnd().EndsWith('?');
        return isQuestion ? QueryIntent.AnswerQuestion : leading;
    }

    private static bool IsGreeting(string word) => word is "please" or "bitte" or "hi" or "hello" or "hallo";

    private static FrozenDictionary<string, QueryIntent> Table(params (QueryIntent Intent, string Words)[] rows) =>
        rows.SelectMany(r => r.Words.Split(' ').Select(w => (w, r.Intent))).DistinctBy(r => r.w).ToFrozenDictionary(r => r.w, r => r.Intent, StringComparer.Ordinal);
}
