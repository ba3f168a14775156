using System.Globalization;
using System.Text;
using Microsoft.Extensions.AI;

namespace Navo.Integrations.ExtensionsAI.Internal;

/// <summary>
/// Makes text contents of what a model writes, a sentence at a time: markers of passages become annotations, other markers go, and links that lead to no passage's item become text. As whole
/// sentences are looked at, it does not matter where a stream was split.
/// </summary>
internal sealed class CitedText(IReadOnlyList<ContextPassage> passages)
{
    private readonly SentenceStream _sentences = new();
    private readonly AnswerLinks _links = new([.. passages.Select(static p => p.Item.WebAddress).OfType<Uri>()]);
    private char _last;

    /// <summary>The contents of a whole message: texts that follow on each other become one.</summary>
    public static IList<AIContent> Whole(IReadOnlyList<ContextPassage> passages, IList<AIContent> contents)
    {
        CitedText text = new(passages);
        StringBuilder open = new();
        List<AIContent> whole = [];
        foreach (AIContent? content in contents.Append(null))
        {
            if (content is TextContent piece)
            {
                open.Append(piece.Text);
                continue;
            }

            whole.AddRange(text.Content([.. text._sentences.Add(open.ToString()), .. text._sentences.Finish()]) is { } cited ? [cited] : Array.Empty<AIContent>());
            open.Clear();
            whole.AddRange(content is null ? [] : [content]);
        }

        return whole;
    }

    /// <summary>Takes a piece; gives what is decided by now, or null.</summary>
    public TextContent? Add(string piece) => Content(_sentences.Add(piece));

    /// <summary>What is left when the text is at its end, or null.</summary>
    public TextContent? Finish() => Content(_sentences.Finish());

    private TextContent? Content(IReadOnlyList<string> sentences)
    {
        StringBuilder text = new();
        List<AIAnnotation> annotations = [];
        foreach (string sentence in sentences)
        {
            Write(sentence, text, annotations);
        }

        return text.Length == 0 ? null : new(text.ToString()) { Annotations = annotations.Count == 0 ? null : annotations };
    }

    private void Write(string sentence, StringBuilder text, List<AIAnnotation> annotations)
    {
        StringBuilder open = new(); // what a removed marker stood between is made safe as one text
        int done = 0;
        foreach (Marker marker in MarkerReader.All(sentence))
        {
            open.Append(sentence, done, marker.Start - done);
            done = marker.End;
            foreach (ContextPassage passage in passages.Where(passage => marker.Numbers.Contains(passage.Number)))
            {
                Append(text, open);
                string shown = string.Create(CultureInfo.InvariantCulture, $"[{passage.Number}]");
                annotations.Add(Annotation(passage, text.Length, shown.Length));
                text.Append(shown);
                _last = ']';
            }
        }

        Append(text, open.Append(sentence, done, sentence.Length - done));
    }

    private void Append(StringBuilder text, StringBuilder open)
    {
        string safe = _links.Neutralize(open.ToString());
        open.Clear();
        if (safe.Length > 0)
        {
            text.Append(AnswerLinks.MustPart(_last, safe[0]) ? " " : string.Empty).Append(safe);
            _last = safe[^1];
        }
    }

    private static CitationAnnotation Annotation(ContextPassage passage, int start, int length) => new()
    {
        Title = passage.Item.Title,
        Url = passage.Item.WebAddress,
        FileId = passage.Key,
        Snippet = passage.Snippet,
        AnnotatedRegions = [new TextSpanAnnotatedRegion { StartIndex = start, EndIndex = start + length }],
    };
}
