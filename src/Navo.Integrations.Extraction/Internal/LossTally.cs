using System.Globalization;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Extraction.Internal;

/// <summary>The losses of a file, each kind once with its count.</summary>
internal sealed class LossTally
{
    private readonly OrderedDictionary<(string Element, string Detail), int> _counts = [];

    public void Add(string element, string detail)
    {
        (string, string) key = (element, detail);
        _counts[key] = _counts.TryGetValue(key, out int count) ? count + 1 : 1;
    }

    public IReadOnlyList<ContentLoss> ToList() =>
    [
        .. _counts.Select(loss => new ContentLoss(loss.Key.Element, loss.Value == 1
            ? loss.Key.Detail
            : string.Create(CultureInfo.InvariantCulture, $"{loss.Key.Detail} ({loss.Value:N0} times)"))),
    ];
}
