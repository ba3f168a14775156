using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Confluence.Mapping.Storage;

/// <summary>Notes the headings as they are met; the sections that they begin are made of the notes when they are asked for.</summary>
internal sealed class SectionTracker
{
    private readonly List<HeadingNote> _headings = [];
    private string? _explicit;
    private int _explicitAt = -1;

    /// <summary>Notes an anchor macro; a heading in which, or directly before which, it stands takes its name.</summary>
    public void Anchor(string name, int plainLength)
    {
        _explicit = name;
        _explicitAt = plainLength;
    }

    /// <summary>Enters a heading.</summary>
    public void BeginHeading(int plainLength)
    {
        _explicit = _explicitAt == plainLength ? _explicit : null;
    }

    /// <summary>Leaves it.</summary>
    /// <returns>The name of its anchor macro.</returns>
    public string? EndHeading()
    {
        string? name = _explicit;
        _explicit = null;
        return name;
    }

    /// <summary>Begins a section with the heading that was left.</summary>
    public void Begin(HeadingNote heading) => _headings.Add(heading);

    /// <summary>Ends the last section where the text ends.</summary>
    /// <param name="length">How long the Markdown is.</param>
    /// <param name="plain">The plain text.</param>
    /// <param name="context">What the headings' anchors are made of.</param>
    /// <returns>The sections, which together cover the text; before the first heading there is one only where there is text.</returns>
    public IReadOnlyList<ContentSection> Finish(int length, string plain, StorageRenderContext context)
    {
        int first = _headings.Count > 0 ? _headings[0].Start : length;
        HeadingNote[] headings = first > 0 ? [HeadingNote.None, .. _headings] : [.. _headings];
        SectionNotes notes = new(headings, length, plain, context.Title, context.AnchorStyle); // not the context: it holds all that was read with the page
        return headings.Length == 0 ? [] : new DeferredList<ContentSection>(notes);
    }
}
