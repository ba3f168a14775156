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

    private void Append(CheckedSentence sentence)
    {
        StringBuilder text = new();
        SortedSet<int> numbers = [];
        foreach (CheckedPart part in sentence.Parts)
        {
            int[] found = sentence.Support == SentenceSupport.Supported ? [.. part.Found.Select(f => citations.Add(f, _sentences.Count)).Distinct()] : [];
            numbers.UnionWith(found);
            string safe = new AnswerLinks(citations.Addresses).Neutralize(part.Text);
            Join(text, found.Length == 0 ? safe.TrimEnd() + (text.Length == 0 && sentence.Parts.Count == 1 ? string.Empty : TrailingSpace(safe)) : safe.TrimEnd());
            text.Append(found.Length == 0 ? string.Empty : " ").AppendJoin(string.Empty, found.Select(static n => string.Create(CultureInfo.InvariantCulture, $"[{n}]")));
        }

        string whole = text.ToString().TrimEnd();
        whole = sentence.Support == SentenceSupport.Unsupported ? $"{whole} {options.UnsupportedMark}" : whole;
        if (_text.Length + _held.Length > 0)
        {
            _held.Append(_gap.Length == 0 ? " " : _gap);
        }

        _held.Append(whole);
        _gap = string.Empty;
        _sentences.Add(new(whole, sentence.Support, [.. numbers]));
    }

    private static string TrailingSpace(string text) => text.Length > 0 && text[^1] == ' ' ? " " : string.Empty;

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
