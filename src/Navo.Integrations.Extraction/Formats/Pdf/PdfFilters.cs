using Navo.Integrations.Extraction.Internal;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Navo.Integrations.Extraction.Formats.Pdf;

/// <summary>The library's own filters, within the limits. The library forgives what goes wrong in a filter; what must end the reading is kept here.</summary>
internal sealed class PdfFilters(ExtractionMeter meter) : ILookupFilterProvider
{
    private readonly IFilterProvider _inner = DefaultFilterProvider.Instance;

    /// <summary>Why the reading must end; null as long as it may go on.</summary>
    public StopExtractionException? Stop { get; private set; }

    /// <summary>Ends the reading where a filter came to a limit.</summary>
    public void ThrowIfStopped()
    {
        if (Stop is { } stop)
        {
            throw new StopExtractionException(stop.Status, stop.Message);
        }
    }

    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) => Within(_inner.GetFilters(dictionary));

    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary, IPdfTokenScanner scanner) =>
        Within(_inner is ILookupFilterProvider lookup ? lookup.GetFilters(dictionary, scanner) : _inner.GetFilters(dictionary));

    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) => Within(_inner.GetNamedFilters(names));

    public IReadOnlyList<IFilter> GetAllFilters() => Within(_inner.GetAllFilters());

    private List<IFilter> Within(IReadOnlyList<IFilter> filters) => [.. filters.Select(filter => new PdfFilter(filter, this, meter))];

    /// <summary>Remembers why the reading must end.</summary>
    public void Remember(StopExtractionException stop) => Stop ??= stop;
}
