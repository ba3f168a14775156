using System.Runtime.InteropServices;

namespace Navo.Integrations.Core.Federation;

/// <summary>Which texts hold a run of words: texts that have none in common, most of them, need not be compared.</summary>
/// <param name="texts">How many texts there are.</param>
internal sealed class SharedRuns(int texts)
{
    private readonly int[] _shared = new int[texts];
    private readonly Dictionary<string, int> _last = new(StringComparer.Ordinal); // a run's place in the list, from 1
    private readonly List<(int Text, int Before)> _holders = [];

    /// <summary>Adds a text.</summary>
    /// <returns>How many runs each of those before has in common with it, until the next is added.</returns>
    public ReadOnlySpan<int> Add(int text, TextSignature signature)
    {
        Array.Clear(_shared);
        foreach (string run in signature.Runs)
        {
            ref int last = ref CollectionsMarshal.GetValueRefOrAddDefault(_last, run, out _);
            for (int at = last; at > 0; at = _holders[at - 1].Before)
            {
                _shared[_holders[at - 1].Text]++;
            }

            _holders.Add((text, last));
            last = _holders.Count;
        }

        return _shared;
    }
}
