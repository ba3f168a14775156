using System.Text;

namespace Navo.Integrations.Cited;

/// <summary>
/// Cuts a text that comes in pieces into sentences, each with the markers behind it. A cut is made only once what was seen decides it, so the pieces don't matter:
/// the sentences are the same wherever the text was split.
/// </summary>
internal sealed class SentenceStream
{
    private const int Longest = 4000;
    private const int LookAhead = 128;

    private readonly StringBuilder _text = new();

    /// <summary>Takes a piece and gives the sentences that are whole now, with the white space behind them.</summary>
    public IReadOnlyList<string> Add(string piece)
    {
        _text.Append(piece);
        return Cut(isEnd: false);
    }

    /// <summary>What is left when the text is at its end.</summary>
    public IReadOnlyList<string> Finish()
    {
        List<string> rest = [.. Cut(isEnd: true), _text.ToString()];
        _text.Clear();
        return [.. rest.Where(static s => s.Length > 0)];
    }

    private List<string> Cut(bool isEnd)
    {
        List<string> sentences = [];
        string text = _text.ToString();
        int start = 0;
        while (start < text.Length && Length(text[start..], isEnd) is var length and > 0)
        {
            sentences.Add(text.Substring(start, length));
            start += length;
        }

        _text.Remove(0, start);
        return sentences;
    }

    /// <summary>The length of the first sentence; 0 as long as it is not decided.</summary>
    private static int Length(string text, bool isEnd)
    {
        for (int i = 0; i < text.Length && i < Longest; i++)
        {
            int end = text[i] == '\n' ? i + 1 : IsTerminator(text[i]) ? End(text, i, isEnd) : -1;
            if (end >= 0)
            {
                return end;
            }
        }

        return text.Length > Longest + LookAhead ? Forced(text) : 0;
    }

    private static int Forced(string text)
    {
        int space = text.LastIndexOf(' ', Longest - 1);
        return space > 0 ? space + 1 : TextCut.At(text, Longest);
    }

    private static bool IsTerminator(char c) => c is '.' or '!' or '?' or '…' or '。' or '！' or '？';

    /// <summary>Where the sentence ends that a mark may end; 0 if that is not decided, -1 if it goes on.</summary>
    private static int End(string text, int mark, bool isEnd)
    {
        int next = mark + 1;
        while (next < text.Length && text[next] is '"' or '\'' or ')' or '*' or '_' or '”' or '’' or '»' or '“' or '›' or '」' or '』' or '＂')
        {
            next++;
        }

        bool isDivided = text[mark] is '。' or '！' or '？';
        while (true)
        {
            int seen = next;
            next = SkipSpaces(text, next);
            isDivided |= next > seen;
            if (next == text.Length)
            {
                return isEnd ? text.Length : 0;
            }

            MarkerState state = MarkerReader.Opens(text[next]) ? MarkerReader.Read(text, next, out Marker? marker) : NoMarker(out marker);
            if (state != MarkerState.Whole)
            {
                return state == MarkerState.Incomplete && !isEnd ? 0 : Decide(text, mark, next, isDivided);
            }

            (next, isDivided) = (marker!.End, true);
        }
    }

    private static MarkerState NoMarker(out Marker? marker)
    {
        marker = null;
        return MarkerState.None;
    }

    private static int Decide(string text, int mark, int next, bool isDivided)
    {
        bool goesOn = !isDivided || IsTerminator(text[next]) || (text[mark] == '.' && (char.IsLower(text[next]) || Abbreviations.EndsAt(text, mark)));
        return goesOn ? -1 : next;
    }

    private static int SkipSpaces(string text, int start)
    {
        while (start < text.Length && text[start] is ' ' or '\t' or '\r' or '\u00A0')
        {
            start++;
        }

        return start;
    }
}
