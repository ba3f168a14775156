using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Confluence.Mapping.Storage;

/// <summary>What the sections of a page are made of.</summary>
/// <param name="headings">Its headings in order; <see cref="HeadingNote.None"/> goes before them where there is text before the first.</param>
/// <param name="length">How long its Markdown is.</param>
/// <param name="plain">Its plain text.</param>
/// <param name="title">Its title.</param>
/// <param name="style">How the site makes fragments of headings.</param>
internal sealed class SectionNotes(HeadingNote[] headings, int length, string plain, string title, HeadingAnchorStyle style) : IItemNotes<ContentSection>
{
    public int Count => headings.Length;

    public ContentSection[] ToItems()
    {
        HeadingAnchors anchors = new(title, style);
        List<(int Level, string Text)> path = [];
        var sections = new ContentSection[headings.Length];
        for (int i = 0; i < headings.Length; i++)
        {
            HeadingNote heading = headings[i];
            Enter(path, heading);
            int end = i + 1 < headings.Length ? headings[i + 1].Start : length;
            sections[i] = new()
            {
                HeadingPath = path.Select(static part => part.Text).ToArray(),
                Level = heading.Level,
                Anchor = heading.Anchor ?? (path.Count > 0 ? anchors.Next(path[^1].Text) : null),
                Start = heading.Start,
                Length = end - heading.Start,
            };
        }

        return sections;
    }

    private void Enter(List<(int Level, string Text)> path, HeadingNote heading)
    {
        while (path.Count > 0 && path[^1].Level >= heading.Level)
        {
            path.RemoveAt(path.Count - 1);
        }

        if (heading != HeadingNote.None)
        {
            path.Add((heading.Level, plain.Substring(heading.PlainStart, heading.PlainLength)));
        }
    }
}
