using System.Diagnostics.CodeAnalysis;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Extraction.Internal;

namespace Navo.Integrations.Extraction;

/// <summary>Takes the text of a file in reading order and makes Markdown, plain text and places to cite of it. What is written is escaped; nothing needs to be prepared.</summary>
public sealed partial class DocumentWriter : IDisposable
{
    private readonly MarkdownWriter _text = new();
    private readonly PlaceTracker _place = new();
    private readonly List<ExtractedBlock> _blocks = [];
    private readonly List<ContentLink> _links = [];
    private readonly LossTally _losses = new();
    private readonly Stack<DocumentProperties> _outerProperties = [];
    private readonly ExtractionMeter _meter;

    internal DocumentWriter(ExtractionMeter meter) => _meter = meter;

    /// <summary>What the file says about itself. Set it when it is known; what a file within the file says is not kept.</summary>
    public DocumentProperties Properties { get; set; } = DocumentProperties.None;

    /// <summary>Whether text has been written.</summary>
    public bool HasText => _text.Current.Markdown.Length > 0;

    internal IReadOnlyList<ExtractedBlock> Blocks => _blocks;

    internal IReadOnlyList<ContentLink> Links => _links;

    internal IReadOnlyList<ContentLoss> Losses => _losses.ToList();

    /// <summary>Begins a page.</summary>
    /// <param name="number">Its number, from 1.</param>
    public void BeginPage(int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        Advance();
        _place.Page(number);
    }

    /// <summary>Begins a slide; headings before it do not stand above it.</summary>
    /// <param name="number">Its number, from 1.</param>
    public void BeginSlide(int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        Advance();
        _place.Slide(number);
    }

    /// <summary>Begins a sheet; headings before it do not stand above it.</summary>
    /// <param name="name">Its name.</param>
    public void BeginSheet(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        Advance();
        _place.Sheet(name);
    }

    /// <summary>Notes something that the file holds and the text does not show in full. The same again is counted, not listed again.</summary>
    /// <param name="element">What it is, for example <c>image</c>.</param>
    /// <param name="detail">What stands in its place, in a sentence without text of the file.</param>
    public void Lose(string element, string detail)
    {
        ArgumentException.ThrowIfNullOrEmpty(element);
        ArgumentException.ThrowIfNullOrEmpty(detail);
        _losses.Add(element, detail);
    }

    /// <summary>Ends the reading with a status; what was written is kept.</summary>
    /// <param name="status">Why the file cannot be read, or not further.</param>
    /// <param name="detail">What is wrong and what to do, in a sentence without text of the file.</param>
    /// <exception cref="Exception">Always: let it through.</exception>
    [DoesNotReturn]
    public void Stop(ExtractionStatus status, string detail)
    {
        ArgumentException.ThrowIfNullOrEmpty(detail);
        throw new StopExtractionException(status, detail);
    }

    /// <summary>Gives back the memory. The package does it.</summary>
    public void Dispose() => _text.Dispose();

    /// <summary>Notes that another page has begun, in a format that flows over its pages.</summary>
    internal void Page(int number)
    {
        _meter.Page();
        _place.Page(number);
    }

    internal void EnterPart(string name)
    {
        CloseAll();
        _place.EnterPart(name);
        _outerProperties.Push(Properties);
    }

    internal void LeavePart()
    {
        CloseAll();
        _place.LeavePart();
        Properties = _outerProperties.Pop();
    }

    internal (string Markdown, string Plain) Complete()
    {
        CloseAll();
        if (_text.Current.IsFlattened)
        {
            Lose("nesting:signs", "Quotes and lists are so deep that some lines are shown without their signs.");
        }

        return (_text.Current.Markdown.ToString(), _text.Current.Plain.ToString());
    }

    private void Advance()
    {
        _meter.Checkpoint();
        _meter.Page();
        CloseAll();
    }
}
