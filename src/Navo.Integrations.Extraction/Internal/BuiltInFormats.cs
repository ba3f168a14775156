using Navo.Integrations.Extraction.Formats;

namespace Navo.Integrations.Extraction.Internal;

/// <summary>The formats that come with the package.</summary>
internal sealed class BuiltInFormats
{
    public IReadOnlyList<IFormatExtractor> All { get; } =
    [
        new PlainTextExtractor(),
    ];
}
