using System.Runtime.InteropServices;

namespace Navo.Integrations.Markup;

/// <summary>The ends and beginnings of lines, in each flow.</summary>
internal static class LineBreaks
{
    /// <summary>Ends the line, by a new block or by forced breaks.</summary>
    public static void Write(MarkupBuffer at)
    {
        if (at.Flow == MarkupFlow.Cell)
        {
            at.Markdown.Append("<br>");
            at.Plain.Append(' ');
            at.LineOpen = false;
        }
        else if (at.Newlines > 0)
        {
            EndLines(at);
        }
        else
        {
            ForceBreaks(at);
        }
    }

    public static void OpenLine(MarkupBuffer at)
    {
        at.LineOpen = at.AtStart = true;
        at.LineStart = at.Markdown.Length;
        foreach (ref LinePrefix prefix in CollectionsMarshal.AsSpan(at.Prefixes))
        {
            at.AppendPrefix(at.Flow == MarkupFlow.Cell && prefix.Used ? string.Empty : prefix.Next());
        }
    }

    private static void EndLines(MarkupBuffer at)
    {
        at.Markdown.Append('\n');
        at.Plain.Append('\n');
        at.LineOpen = false;
        if (at.Newlines > 1)
        {
            int start = at.Markdown.Length;
            foreach (LinePrefix prefix in at.Prefixes)
            {
                at.AppendPrefix(prefix.Blank);
            }

            at.TrimPrefixes(start);
            at.Markdown.Append('\n');
        }
    }

    private static void ForceBreaks(MarkupBuffer at)
    {
        for (int i = 0; i < at.Breaks; i++)
        {
            at.Markdown.Append('\\');
            at.Markdown.Append('\n');
            at.Plain.Append('\n');
            OpenLine(at);
        }

        at.Space = false;
    }
}
