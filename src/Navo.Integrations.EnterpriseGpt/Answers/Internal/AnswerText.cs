using System.Globalization;
using System.Text;

namespace Navo.Integrations.EnterpriseGpt.Internal.Answers;

/// <summary>
/// Puts an answer together of checked sentences. Nothing leaves before the first sentence that a passage supports, so an answer without one is none.
/// </summary>
internal sealed class AnswerText(KnowledgeAssistantOptions options, CitationList citations, Action<string> onText)
{
    private readonly StringBuilder _text = new();
    private readonly StringBuilder _held = new();
    private readonly List<AnswerSentence> _sentences = [];
    private string _gap = string.Empty;

    public string Text => _text.ToString();

    public IReadOnlyList<AnswerSentence> Sentences => _sentences;

    public bool HasSupport { get; private set; }

    public bool HasUnknown { get; private set; }

    public int Dropped { get; private set; }

    /// <summary>Takes a sentence.</summary>
    /// <param name="sentence">What came of it.</param>
    /// <param name="gap">The white space behind it.</param>
    public void Add(CheckedSentence sentence, string gap)
    {
        if (sentence.IsEmpty)
        {
            Keep(gap);
            return;
        }

        HasUnknown |= sentence.IsUnknown;
        if (sentence.Support == SentenceSupport.Unsupported && options.OnUnsupported == UnsupportedSentence.Drop)
        {
            Dropped++;
            Keep(gap);
            return;
        }

        HasSupport |= sentence.Support == SentenceSupport.Supported;
        Append(sentence);
        Keep(gap);
        Release();
    }

    /// <summary>Replaces all, where nothing is supported: what was held back never leaves.</summary>
    public void Replace(string text)
    {
        Dropped += _sentences.Count(static s => s.Support == SentenceSupport.Unsupported);
        _sentences.Clear();
        _held.Clear().Append(text);
        _sentences.Add(new(text, SentenceSupport.Neutral, []));
        HasSupport = true;
        Release();
        HasSupport = false;
    }

    /// <summary>Forgets what was held back, where another writer begins anew.</summary>
    public void Discard()
    {
        if (!HasSupport)
        {
            Dropped += _sentences.Count(static s => s.Support == SentenceSupport.Unsupported);
            _sentences.Clear();
            _held.Clear();
            (_gap, HasUnknown) = (string.Empty, false);
        }
    }

    private void Append(CheckedSentence sentence)
    {
        StringBuilder text = new();
        SortedSet<int> numbers = [];
        string open = string.Empty; // what a removed marker stood between is made safe as one text
        foreach (CheckedPart part in sentence.Parts)
        {
            open = PartText.Join(open, part.Text);
            int[] found = sentence.Support == SentenceSupport.Supported ? [.. part.Found.Select(f => citations.Add(f, _sentences.Count)).Distinct()] : [];
            numbers.UnionWith(found);
            if (found.Length > 0)
            {
                Join(text, Safe(open));
                text.Append(' ').AppendJoin(string.Empty, found.Select(static n => string.Create(CultureInfo.InvariantCulture, $"[{n}]")));
                open = string.Empty;
            }
        }

        Join(text, Safe(open));
        string whole = text.ToString().Trim();
        whole = sentence.Support == SentenceSupport.Unsupported ? $"{whole} {options.UnsupportedMark}" : whole;
        if (_text.Length + _held.Length > 0)
        {
            _held.Append(_gap.Length == 0 ? " " : _gap);
        }

        _held.Append(whole);
        _gap = string.Empty;
        _sentences.Add(new(whole, sentence.Support, [.. numbers]));
    }

    private string Safe(string text) => new AnswerLinks(citations.Addresses).Neutralize(text).TrimEnd();

    private static void Join(StringBuilder text, string next)
    {
        bool mustPart = text.Length > 0 && next.Length > 0 && AnswerLinks.MustPart(text[^1], next[0]);
        text.Append(mustPart ? " " : string.Empty).Append(next);
    }

    /// <summary>The wider of two gaps: a sentence that was dropped leaves its line end behind.</summary>
    private void Keep(string gap) => _gap = gap.Count('\n') > _gap.Count('\n') || _gap.Length == 0 ? gap : _gap;

    private void Release()
    {
        if (HasSupport && _held.Length > 0)
        {
            string text = _held.ToString();
            _held.Clear();
            _text.Append(text);
            onText(text);
        }
    }
}
