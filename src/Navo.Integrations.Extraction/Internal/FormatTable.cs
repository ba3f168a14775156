namespace Navo.Integrations.Extraction.Internal;

/// <summary>Which extractor reads which media type. The one that was registered last goes first.</summary>
internal sealed class FormatTable
{
    private readonly Dictionary<string, IFormatExtractor> _byType = new(StringComparer.OrdinalIgnoreCase);

    public FormatTable(IEnumerable<IFormatExtractor> extractors)
    {
        foreach (IFormatExtractor extractor in extractors)
        {
            foreach (string mediaType in extractor.MediaTypes)
            {
                _byType[mediaType] = extractor;
            }
        }
    }

    public IFormatExtractor? Find(string mediaType) => _byType.GetValueOrDefault(mediaType);
}
