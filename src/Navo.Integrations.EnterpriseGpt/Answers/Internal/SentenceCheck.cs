using Navo.Integrations.EnterpriseGpt.Internal.Language;

namespace Navo.Integrations.EnterpriseGpt.Internal.Answers;

/// <summary>Holds sentences of the model against the passages that it was given. A marker stands only where its passage supports what it is put to; else another passage that does takes its place.</summary>
internal sealed class SentenceCheck(IReadOnlyList<Passage> passages, string question = "")
{
    public CheckedSentence Check(string sentence)
    {
        string text = VisibleText.Of(sentence).Trim();
        List<(string Text, IReadOnlyList<int> Numbers)> parts = Split(text);
        if (parts.All(static p => p.Numbers.Count == 0) || parts.All(static p => Claim.Of(p.Text).IsSlight))
        {
            return Whole(parts.Select(static p => p.Text).Aggregate(string.Empty, PartText.Join).Trim(), parts.SelectMany(static p => p.Numbers));
        }

        string all = string.Concat(parts.Select(static p => p.Text));
        bool isSupported = QuotedText.Spans(all).All(q => passages.Any(p => QuotedText.Find(p.Text, q) is not null)); // a marker within a quote does not take it apart
        List<CheckedPart> done = [];
        foreach ((string part, IReadOnlyList<int> numbers) in parts)
        {
            bool isSlight = Claim.Of(part).IsSlight;
            IReadOnlyList<FoundSupport> found = isSlight && numbers.Count == 0 ? [] : Find(isSlight ? all : part, numbers);
            isSupported &= found.Count > 0 || (isSlight && numbers.Count == 0);
            done.Add(new(part, found));
        }

        return new(isSupported ? SentenceSupport.Supported : SentenceSupport.Unsupported, done);
    }

    /// <summary>A sentence that is one claim.</summary>
    private CheckedSentence Whole(string text, IEnumerable<int> numbers)
    {
        if (UnknownPhrases.IsAll(text, question))
        {
            return new(SentenceSupport.Neutral, [new(text, [])]) { IsUnknown = true };
        }

        if (Claim.Of(text).IsEmpty)
        {
            return new(SentenceSupport.Neutral, [new(text, [])]);
        }

        IReadOnlyList<FoundSupport> found = Find(text, [.. numbers]);
        return new(found.Count > 0 ? SentenceSupport.Supported : SentenceSupport.Unsupported, [new(text, found)]);
    }

    /// <summary>What supports a claim; of one that runs on over a full stop, what supports each of its sentences.</summary>
    private List<FoundSupport> Find(string claim, IReadOnlyList<int> numbers)
    {
        List<FoundSupport> found = FindOne(claim, numbers);
        string[] sentences = found.Count > 0 ? [] : [.. TextSentences.Of(claim).Select(s => s.Of(claim)).Where(static s => !Claim.Of(s).IsEmpty)];
        if (sentences.Length < 2)
        {
            return found;
        }

        List<FoundSupport>[] each = [.. sentences.Select(s => FindOne(s, numbers))];
        return each.Any(static f => f.Count == 0) ? [] : [.. each.SelectMany(static f => f)];
    }

    /// <summary>The cited passages that support a claim; where none does, the first of the others that does.</summary>
    private List<FoundSupport> FindOne(string claim, IReadOnlyList<int> numbers)
    {
        List<FoundSupport> found = [];
        foreach (int number in numbers.Distinct().Where(n => n >= 1 && n <= passages.Count))
        {
            if (SupportFinder.Find(claim, passages[number - 1]) is { } span)
            {
                found.Add(new(passages[number - 1], span));
            }
        }

        if (found.Count == 0)
        {
            found.AddRange(passages
                .Select(p => (Passage: p, Span: SupportFinder.Find(claim, p)))
                .Where(static p => p.Span is not null)
                .Take(1)
                .Select(static p => new FoundSupport(p.Passage, p.Span!.Value)));
        }

        return found;
    }

    /// <summary>The stretches before each group of markers, and what follows the last.</summary>
    private static List<(string Text, IReadOnlyList<int> Numbers)> Split(string text)
    {
        List<(string Text, IReadOnlyList<int> Numbers)> parts = [];
        int done = 0;
        foreach (Marker marker in MarkerReader.All(text))
        {
            string before = text[done..marker.Start];
            if (parts.Count > 0 && string.IsNullOrWhiteSpace(before.Trim(',', ';')))
            {
                parts[^1] = (parts[^1].Text, [.. parts[^1].Numbers, .. marker.Numbers]);
            }
            else
            {
                parts.Add((before, marker.Numbers));
            }

            done = marker.End;
        }

        if (done < text.Length)
        {
            parts.Add((text[done..], []));
        }

        return parts;
    }
}
