using System.Globalization;
using System.Text;

namespace Navo.Integrations.Core.Caching;

/// <summary>Lists as parts of keys.</summary>
internal static class KeyParts
{
    /// <summary>Each part with its length, so that no two lists look the same. A list that is missing has a key too: it fails later, alone.</summary>
    public static string? Many<T>(IEnumerable<T>? parts)
    {
        if (parts is null)
        {
            return null;
        }

        StringBuilder text = new();
        foreach (T part in parts)
        {
            string? word = part?.ToString();
            text.Append(CultureInfo.InvariantCulture, $"{word?.Length ?? -1}:{word}");
        }

        return text.ToString();
    }
}
