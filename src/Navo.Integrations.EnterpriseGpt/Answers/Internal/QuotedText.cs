using System.Text;

namespace Navo.Integrations.EnterpriseGpt.Internal.Answers;

/// <summary>Finds quotes again in the text that they are of, whatever became of case, spaces, quotation marks and emphasis.</summary>
internal sealed class QuotedText
{
    private const int LeastWords = 3;

    private readonly string _plain;
    private readonly List<int> _places;

    /// <param name="text">The text that quotes may be of; it is brought into their form once.</param>
    public QuotedText(string text) => (_plain, _places) = Normalized(text);

    /// <summary>
    /// The spans between quotation marks that have three words or more. A quote may go over several sentences: one that only opens goes to the end, one that only closes
    /// comes from the start.
    /// </summary>
    public static IReadOnlyList<string> Spans(string text)
    {
        List<string> spans = [];
        int done = 0;
        for (int i = 0; i < text.Length; i++)
        {
            string closers = QuoteMarks.ClosersOf(text, i);
            int end = closers.Length > 0 ? QuoteMarks.End(text, i + 1, closers) : -1;
            if (end > i)
            {
                spans.Add(text[(i + 1)..end]);
                (i, done) = (end, end + 1);
            }
            else if (closers.Length > 0 && Words(text[(i + 1)..]) > 0)
            {
                spans.Add(text[(i + 1)..]);
                break;
            }
            else if (QuoteMarks.ClosesAlone(text, i))
            {
                spans.Add(text[done..i]);
                done = i + 1;
            }
        }

        return [.. spans.Where(static s => Words(s) >= LeastWords)];
    }

    /// <summary>Where a quote stands in the text, in whole words; null where it does not.</summary>
    public TextSpan? Find(string quote)
    {
        string sought = Normalized(quote).Plain.Trim().TrimEnd('.', ',', ';', '…');
        int at = sought.Length == 0 ? -1 : _plain.IndexOf(sought, StringComparison.Ordinal);
        while (at >= 0 && !(IsApart(_plain, at) && IsApart(_plain, at + sought.Length)))
        {
            at = _plain.IndexOf(sought, at + 1, StringComparison.Ordinal);
        }

        return at < 0 ? null : new(_places[at], _places[at + sought.Length - 1] + 1 - _places[at]);
    }

    private static bool IsApart(string text, int at) => at == 0 || at == text.Length
        || !char.IsLetterOrDigit(text[at - 1]) || !char.IsLetterOrDigit(text[at]) || RawWords.IsWide(text[at - 1]) || RawWords.IsWide(text[at]);

    /// <summary>The words as they are compared; two characters of a script without spaces count as one.</summary>
    private static int Words(string text) => Normalized(text).Plain.Split(' ').Where(static w => w.Any(char.IsLetterOrDigit)).Sum(static w => Math.Max(1, w.Count(RawWords.IsWide) / 2));

    /// <summary>The text in the form in which quotes are compared, and where each of its characters came from.</summary>
    private static (string Plain, List<int> Places) Normalized(string text)
    {
        StringBuilder plain = new(text.Length);
        List<int> places = new(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            char c = Folded(text[i]);
            if (c == '\0' || (c == ' ' && plain.Length > 0 && plain[^1] == ' '))
            {
                continue;
            }

            plain.Append(c);
            places.Add(i);
        }

        return (plain.ToString(), places);
    }

    private static char Folded(char c) => c switch
    {
        '*' or '_' or '`' or '\u00AD' or '\u200B' or '\uFEFF' => '\0',
        '“' or '”' or '„' or '«' or '»' or '＂' => '"',
        '’' or '‘' or '＇' => '\'',
        '–' or '—' or '‑' => '-',
        _ => char.IsWhiteSpace(c) ? ' ' : char.ToLowerInvariant(c),
    };
}
