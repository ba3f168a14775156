using System.Globalization;

namespace Navo.Integrations.Testing.Confluence.Rest;

/// <summary>The vendor's form of times.</summary>
internal static class Timestamps
{
    public static string Of(DateTimeOffset when) =>
        when.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
