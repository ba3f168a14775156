namespace Navo.Integrations.EnterpriseGpt.Internal.Answers;

/// <summary>Finds images whose address has room for what is to be carried away: a query, a placeholder, or the data itself.</summary>
internal static class ImageDetector
{
    private static readonly string[] Carriers = ["{{", "{data", "$(", "%7b", "[data", "<data", "base64,"];

    public static bool CarriesData(string text)
    {
        for (int at = text.IndexOf("![", StringComparison.Ordinal); at >= 0; at = text.IndexOf("![", at + 2, StringComparison.Ordinal))
        {
            int open = text.IndexOf("](", at, StringComparison.Ordinal);
            int close = open < 0 ? -1 : text.IndexOf(')', open);
            if (close > open && IsCarrier(text[(open + 2)..close]))
            {
                return true;
            }
        }

        return text.Contains("<img", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsCarrier(string address) =>
        (address.Contains("://", StringComparison.Ordinal) && address.Contains('?', StringComparison.Ordinal) && address.Contains('=', StringComparison.Ordinal))
        || Carriers.Any(c => address.Contains(c, StringComparison.OrdinalIgnoreCase));
}
