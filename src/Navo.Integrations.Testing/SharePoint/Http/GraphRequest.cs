namespace Navo.Integrations.Testing.SharePoint.Http;

/// <summary>A request as it was sent, by itself or within a batch.</summary>
/// <param name="Method">The method.</param>
/// <param name="Path">The path, escaped as it was sent.</param>
/// <param name="Query">The parameters, unescaped.</param>
/// <param name="Headers">The headers, by name regardless of case.</param>
/// <param name="Body">The body as text.</param>
internal sealed record GraphRequest(
    string Method, string Path, IReadOnlyDictionary<string, string> Query, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public static GraphRequest Of(string method, string target, IEnumerable<KeyValuePair<string, string>> headers, string body)
    {
        string[] parts = target.Split('?', 2);
        return new(method, parts[0], FormOf(parts.ElementAtOrDefault(1) ?? string.Empty), new Dictionary<string, string>(headers, StringComparer.OrdinalIgnoreCase), body);
    }

    public string? Header(string name) => Headers.GetValueOrDefault(name);

    /// <summary>Reads a query or the body of a form. Of a parameter that comes more than once, the last counts.</summary>
    public static Dictionary<string, string> FormOf(string text)
    {
        Dictionary<string, string> form = new(StringComparer.Ordinal);
        foreach (string pair in text.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] parts = pair.Replace('+', ' ').Split('=', 2);
            form[Uri.UnescapeDataString(parts[0])] = Uri.UnescapeDataString(parts.ElementAtOrDefault(1) ?? string.Empty);
        }

        return form;
    }
}
