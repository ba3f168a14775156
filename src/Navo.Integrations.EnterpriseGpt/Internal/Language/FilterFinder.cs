using System.Collections.Frozen;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.EnterpriseGpt.Internal.Language;

/// <summary>Finds filters: <c>space:ENG</c> and its like, "in Confluence", "as a PDF".</summary>
internal static class FilterFinder
{
    private static readonly FrozenDictionary<string, string> Systems = new Dictionary<string, string>
    {
        ["confluence"] = "confluence",
        ["wiki"] = "confluence",
        ["sharepoint"] = "sharepoint",
        ["onedrive"] = "sharepoint",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Before =
        "in on from within im auf aus in dans sur sous depuis en desde su sul nel no na em op uit".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Between =
        "the our dem der unserem unserer le la notre el nuestro il nostro o nosso ons onze het de".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Files =
        ("pdf pdfs docx xlsx pptx presentation presentations slides slideshow powerpoint spreadsheet spreadsheets präsentation präsentationen folien "
        + "tabellenkalkulation présentation presentación presentazione apresentação presentatie").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    public static void Find(QueryDraft draft)
    {
        for (int i = 0; i < draft.Words.Count; i++)
        {
            if (!draft.IsUsed(i) && !Explicit(draft, i) && !Named(draft, i) && !Source(draft, i))
            {
                Kind(draft, i);
            }
        }
    }

    private static bool Explicit(QueryDraft draft, int i)
    {
        string word = draft.Word(i);
        int colon = word.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || colon == word.Length - 1)
        {
            return false;
        }

        string value = draft.Original(i)[(colon + 1)..].Trim('"').Trim().ToString();
        bool isFilter = value.Length is > 0 and <= AnalysisLimits.Text && Apply(draft, word[..colon], value);
        if (isFilter)
        {
            draft.Use(i, 1);
        }

        return isFilter;
    }

    /// <summary>"Space ENG": a key in capitals after the word.</summary>
    private static bool Named(QueryDraft draft, int i)
    {
        bool isNamed = draft.Word(i) is "space" or "bereich" && i + 1 < draft.Words.Count && !draft.IsUsed(i + 1) && IsKey(draft.Original(i + 1));
        if (isNamed)
        {
            QueryDraft.Add(draft.Containers, draft.Original(i + 1).ToString());
            draft.Use(i, 2);
        }

        return isNamed;
    }

    private static bool IsKey(ReadOnlySpan<char> word) => word.Length is >= 2 and <= 20 && !word.ContainsAnyExceptInRange('A', 'Z');

    private static bool Apply(QueryDraft draft, string name, string value)
    {
        switch (name)
        {
            case "space" or "site" or "container" or "bereich":
                QueryDraft.Add(draft.Containers, value);
                return true;
            case "label" or "tag" or "schlagwort":
                QueryDraft.Add(draft.Labels, value);
                return true;
            case "author" or "by" or "autor" or "von":
                QueryDraft.Add(draft.Authors, value);
                return true;
            case "source" or "in" or "quelle" when Systems.TryGetValue(value.ToLowerInvariant(), out string? system):
                QueryDraft.Add(draft.Sources, system);
                return true;
            case "type" or "kind" or "typ":
                return Type(draft, value.ToLowerInvariant());
            default:
                return false;
        }
    }

    private static bool Type(QueryDraft draft, string value)
    {
        if (Files.Contains(value))
        {
            AddFile(draft);
            return true;
        }

        bool isKind = WireNames<ContentKind>.TryRead(value.Replace('-', '_'), out ContentKind kind) && kind != ContentKind.Other;
        if (isKind)
        {
            QueryDraft.Add(draft.Kinds, kind);
        }

        return isKind;
    }

    /// <summary>A system's name alone may be what the question is about; only "in" and its like make it a filter.</summary>
    private static bool Source(QueryDraft draft, int i)
    {
        int before = Between.Contains(draft.Word(i - 1)) ? i - 2 : i - 1;
        if (!Systems.TryGetValue(draft.Word(i), out string? system) || !Before.Contains(draft.Word(before)))
        {
            return false;
        }

        QueryDraft.Add(draft.Sources, system);
        draft.Use(before, i - before + 1);
        return true;
    }

    /// <summary>How to make a presentation is no question for presentations.</summary>
    private static void Kind(QueryDraft draft, int i)
    {
        if (draft.Intent is QueryIntent.HowTo or QueryIntent.Troubleshoot)
        {
            return;
        }

        if (Files.Contains(draft.Word(i)))
        {
            AddFile(draft);
            draft.Use(i, 1);
        }
        else if (draft.Word(i) is "blog" && draft.Word(i + 1) is "post" or "posts")
        {
            QueryDraft.Add(draft.Kinds, ContentKind.BlogPost);
            draft.Use(i, 2);
        }
    }

    /// <summary>A file lies in a library or hangs on a page.</summary>
    private static void AddFile(QueryDraft draft)
    {
        QueryDraft.Add(draft.Kinds, ContentKind.Document);
        QueryDraft.Add(draft.Kinds, ContentKind.Attachment);
    }
}
