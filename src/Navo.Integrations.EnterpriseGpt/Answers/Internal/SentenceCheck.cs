namespace Navo.Integrations.EnterpriseGpt.Internal.Answers;

/// <summary>Holds sentences of the model against the passages that it was given. A marker stands only where its passage supports what it is put to; else another passage that does takes its place.</summary>
internal sealed class SentenceCheck(IReadOnlyList<Passage> passages, string question = "")
{
    public CheckedSentence Check(string sentence)
    {
        List<Part> parts = Split(VisibleText.Of(sentence).Trim());
        if (parts.All(static p => p.Numbers.Count == 0) || parts.All(static p => p.Claim.IsSlight))
        {
            return Whole(parts.Select(static p => p.Text).Aggregate(string.Empty, PartText.Join).Trim(), [.. parts.SelectMany(static p => p.Numbers)]);
        }

        Claim all = Claim.Of(string.Concat(parts.Select(static p => p.Text)));
        bool isSupported = all.Quotes.All(q => passages.Any(p => p.Quotable.Find(q) is not null)); // a marker within a quote does not take it apart
        List<CheckedPart> done = [];
        foreach (Part part in parts)
        {
            bool isNothing = part.Claim.IsSlight && part.Numbers.Count == 0;
            IReadOnlyList<FoundSupport> found = isNothing ? [] : Find(part.Claim.IsSlight ? all : part.Claim, part.Numbers);
            isSupported &= found.Count > 0 || isNothing;
            done.Add(new(part.Text, found));
        }

        return new(isSupported ? SentenceSupport.Supported : SentenceSupport.Unsupported, done);
    }

    /// <summary>A sentence that is one claim.</summary>
    private CheckedSentence Whole(string text, IReadOnlyList<int> numbers)
    {
        if (UnknownPhrases.IsAll(text, question))
        {
            return new(SentenceSupport.Neutral, [new(text, [])]) { IsUnknown = true };
        }

        Claim claim = Claim.Of(text);
        if (claim.IsEmpty)
        {
            return new(SentenceSupport.Neutral, [new(text, [])]);
        }

        IReadOnlyList<FoundSupport> found = Find(claim, numbers);
        return new(found.Count > 0 ? SentenceSupport.Supported : SentenceSupport.Unsupported, [new(text, found)]);
    }

    /// <summary>What supports a claim; of one that runs on over a full stop, what supports each of its sentences.</summary>
    private List<FoundSupport> Find(Claim claim, IReadOnlyList<int> numbers)
    {
        List<FoundSupport> found = FindOne(claim, numbers);
        if (found.Count > 0 || claim.Sentences.Count < 2)
        {
            return found;
        }

        List<FoundSupport>[] each = [.. claim.Sentences.Select(s => FindOne(s, numbers))];
        return each.Any(static f => f.Count == 0) ? [] : [.. each.SelectMany(static f => f)];
    }

    /// <summary>The cited passages that support a claim; where none does, the first of the others that does.</summary>
    private List<FoundSupport> FindOne(Claim claim, IReadOnlyList<int> numbers)
    {
        List<FoundSupport> found = [.. Support(claim, numbers.Distinct().Where(n => n >= 1 && n <= passages.Count).Select(n => passages[n - 1]))];
        return found.Count > 0 ? found : [.. Support(claim, passages).Take(1)];
    }

    private static IEnumerable<FoundSupport> Support(Claim claim, IEnumerable<Passage> among) => among
        .Select(p => (Passage: p, Span: SupportFinder.Find(claim, p)))
        .Where(static p => p.Span is not null)
        .Select(static p => new FoundSupport(p.Passage, p.Span!.Value));

    /// <summary>The stretches before each group of markers, and what follows the last.</summary>
    private static List<Part> Split(string text)
    {
        List<Part> parts = [];
        int done = 0;
        foreach (Marker marker in MarkerReader.All(text))
        {
            string before = text[done..marker.Start];
            if (parts.Count > 0 && string.IsNullOrWhiteSpace(before.Trim(',', ';')))
            {
                parts[^1] = parts[^1] with { Numbers = [.. parts[^1].Numbers, .. marker.Numbers] };
            }
            else
            {
                parts.Add(new(before, Claim.Of(before), marker.Numbers));
            }

            done = marker.End;
        }

        if (done < text.Length)
        {
            parts.Add(new(text[done..], Claim.Of(text[done..]), []));
        }

        return parts;
    }

    /// <summary>A stretch with the markers behind it.</summary>
    private sealed record Part(string Text, Claim Claim, IReadOnlyList<int> Numbers);
}
