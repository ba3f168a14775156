using System.Collections.Frozen;

namespace Navo.Integrations.EnterpriseGpt.Internal.Language;

/// <summary>Finds names: e-mail addresses, runs of capitalized words, acronyms and words such as <c>OpenID</c> or <c>R2D2</c>.</summary>
internal static class EntityFinder
{
    private static readonly FrozenSet<string> Systems =
        "confluence sharepoint onedrive jira github gitlab slack teams outlook salesforce sap okta kubernetes azure aws jenkins".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    public static void Find(QueryDraft draft)
    {
        for (int i = 0; i < draft.Words.Count; i++)
        {
            int run = RunAt(draft, i);
            if (run > 0)
            {
                Add(draft, i, run);
                i += run - 1;
            }
            else if (IsAddress(draft.Word(i)))
            {
                QueryDraft.Add(draft.Entities, new(draft.Original(i).ToString(), QueryEntityKind.Person));
            }
        }
    }

    private static void Add(QueryDraft draft, int first, int count)
    {
        string name = draft.Slice(first, count);
        if (name.Length <= AnalysisLimits.Text)
        {
            QueryDraft.Add(draft.Entities, new(name, KindOf(draft, first, count)));
        }
    }

    /// <summary>How many words from here make a name.</summary>
    private static int RunAt(QueryDraft draft, int first)
    {
        int count = 0;
        while (count < 6 && first + count < draft.Words.Count && IsNameWord(draft, first + count))
        {
            count++;
            if (draft.Words[first + count - 1].EndsSentence || HasComma(draft, first + count - 1))
            {
                break;
            }
        }

        bool isWeak = IsSentenceStart(draft, first) || draft.Language == "de";
        return count == 1 && isWeak && !IsStriking(draft.Original(first)) && !IsCued(draft, first) ? 0 : count;
    }

    private static bool IsNameWord(QueryDraft draft, int i)
    {
        ReadOnlySpan<char> word = draft.Original(i);
        bool isOpening = IsSentenceStart(draft, i) && (StopWords.LanguagesOf(draft.Word(i)) != 0 || IntentFinder.IsLeading(draft.Word(i)));
        return !draft.IsUsed(i) && !isOpening && (char.IsUpper(word[0]) || IsStriking(word)) && !(word.Length == 1 && word[0] == 'I') && !IsCue(draft.Word(i));
    }

    /// <summary>Whether it is a name wherever it stands: a capital or a digit after its first letter.</summary>
    private static bool IsStriking(ReadOnlySpan<char> word)
    {
        bool hasCapital = false;
        bool hasLetter = char.IsLetter(word[0]);
        bool hasDigit = false;
        foreach (char c in word[1..])
        {
            hasCapital |= char.IsUpper(c);
            hasDigit |= char.IsDigit(c);
        }

        return hasLetter && (hasCapital || hasDigit) && !word.ContainsAny('@', ':');
    }

    private static bool IsSentenceStart(QueryDraft draft, int i) => i == 0 || draft.Words[i - 1].EndsSentence;

    private static bool HasComma(QueryDraft draft, int i) =>
        draft.Words[i].End < draft.Text.Length && draft.Text[draft.Words[i].End] is ',' or ';' or ':' or ')' or '"';

    private static bool IsCued(QueryDraft draft, int i) => IsCue(draft.Word(i - 1)) || IsCue(draft.Word(i + 1));

    private static bool IsCue(string word) => Cue(word) != QueryEntityKind.Other;

    private static QueryEntityKind Cue(string word) => word switch
    {
        "team" or "teams" or "department" or "abteilung" or "équipe" or "equipo" or "squad" => QueryEntityKind.Team,
        "project" or "projekt" or "projet" or "proyecto" or "progetto" or "projeto" => QueryEntityKind.Project,
        "product" or "produkt" or "produit" or "producto" => QueryEntityKind.Product,
        "office" or "büro" or "standort" => QueryEntityKind.Place,
        "system" or "server" or "service" => QueryEntityKind.System,
        _ => QueryEntityKind.Other,
    };

    private static QueryEntityKind KindOf(QueryDraft draft, int first, int count)
    {
        if (count == 1 && Systems.Contains(draft.Word(first)))
        {
            return QueryEntityKind.System;
        }

        QueryEntityKind after = Cue(draft.Word(first + count));
        return after != QueryEntityKind.Other ? after : Cue(draft.Word(first - 1));
    }

    private static bool IsAddress(string word)
    {
        int at = word.IndexOf('@', StringComparison.Ordinal);
        int dot = word.LastIndexOf('.');
        return at > 0 && at == word.LastIndexOf('@') && dot > at + 1 && dot < word.Length - 1;
    }
}
