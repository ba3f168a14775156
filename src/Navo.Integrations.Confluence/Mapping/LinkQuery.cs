namespace Navo.Integrations.Confluence.Mapping;

/// <summary>Reads the query of an address; of a name that stands there twice, the first counts.</summary>
internal static class LinkQuery
{
    public static Dictionary<string, string> Read(string? query)
    {
        Dictionary<string, string> values = new(StringComparer.OrdinalIgnoreCase);
        foreach (string pair in (query ?? string.Empty).Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] parts = pair.Split('=', 2);
            values.TryAdd(Decoded(parts[0]), parts.Length > 1 ? Decoded(parts[1]) : string.Empty);
        }

        return values;
    }

    private static string Decoded(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
