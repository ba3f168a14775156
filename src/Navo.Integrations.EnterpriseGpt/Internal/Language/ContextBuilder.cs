using System.Text;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.EnterpriseGpt.Internal.Language;

/// <summary>Makes a prompt's input of a question and the sources that the answer is to rest on. The question comes last and stands whole.</summary>
internal sealed class ContextBuilder(TokenCounter tokens)
{
    /// <summary>A passage with fewer tokens of text than this says too little to be worth its frame.</summary>
    private const int LeastText = 24;

    /// <summary>What the ends of a passage may cost more within the whole than counted alone.</summary>
    private const int Slack = 2;

    /// <summary>Makes the input.</summary>
    /// <param name="sources">The sources, the best first.</param>
    /// <param name="question">The question.</param>
    /// <param name="budget">How many tokens the passages have at most, their frames included.</param>
    public BuiltContext Build(IReadOnlyList<GroundingSource> sources, string question, int budget)
    {
        if (string.IsNullOrWhiteSpace(question))
        {
            throw new InvalidQueryException("The question is empty.");
        }

        Passage[] all = [.. sources.Select((source, index) => Measured(source, index))];
        List<Passage> kept = Share(all, budget);
        string passages = Join(kept);
        while (Encoding.UTF8.GetByteCount(passages) > budget && tokens.Count(passages) > budget) // a token is a byte at least
        {
            kept.RemoveAt(kept.Count - 1);
            passages = Join(kept);
        }

        string text = passages + PassageText.Wrap("question", question);
        return new(text, Uses(all, kept));
    }

    private Passage Measured(GroundingSource source, int index)
    {
        StringBuilder head = new("<passage marker=\"[");
        head.Append(index + 1).Append("]\" source=\"").Append(PassageText.Attribute(source.Key));
        head.Append("\" version=\"").Append(PassageText.Attribute(source.Version));
        head.Append("\" title=\"").Append(PassageText.Attribute(source.Title)).Append("\">\n");
        string text = PassageText.Escape(source.Text);
        int frame = tokens.Count(head.ToString()) + tokens.Count(Passage.End) + Slack;
        return new(index, head.ToString(), text, frame, tokens.Count(text)) { Key = source.Key };
    }

    /// <summary>
    /// Each gets what it needs up to an equal share, and what is left over goes to the best first. The last ones are dropped where a share would be too small to
    /// say anything.
    /// </summary>
    private List<Passage> Share(Passage[] all, int budget)
    {
        List<Passage> kept = [.. all.Where(p => p.Frame < budget)];
        while (kept.Count > 0 && kept.Any(p => Least(p) > budget / kept.Count))
        {
            kept.RemoveAt(kept.Count - 1);
        }

        int share = budget / Math.Max(kept.Count, 1);
        int left = budget - kept.Sum(p => Math.Min(p.Need, share));
        for (int i = 0; i < kept.Count; i++)
        {
            int basis = Math.Min(kept[i].Need, share);
            int more = Math.Min(kept[i].Need - basis, left);
            left -= more;
            kept[i] = Cut(kept[i], basis + more);
        }

        return kept;
    }

    private static int Least(Passage passage) => passage.Frame + Math.Min(LeastText, passage.Tokens);

    private Passage Cut(Passage passage, int granted)
    {
        if (passage.Need <= granted)
        {
            return passage;
        }

        string text = tokens.Trim(passage.Text, granted - passage.Frame);
        return passage with { Text = text, Tokens = tokens.Count(text) };
    }

    private static string Join(List<Passage> passages)
    {
        StringBuilder text = new();
        foreach (Passage passage in passages)
        {
            text.Append(passage.Head).Append(passage.Text).Append(Passage.End);
        }

        return text.ToString();
    }

    private static SourceUse[] Uses(Passage[] all, List<Passage> kept)
    {
        Dictionary<int, int> used = kept.ToDictionary(p => p.Index, p => p.Tokens);
        return [.. all.Select(p => new SourceUse(p.Key, used.GetValueOrDefault(p.Index), p.Tokens))];
    }

    private sealed record Passage(int Index, string Head, string Text, int Frame, int Tokens)
    {
        public const string End = "\n</passage>\n\n";

        public required string Key { get; init; }

        public int Need => Frame + Tokens;
    }
}
