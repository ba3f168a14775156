using System.Text.RegularExpressions;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>The authority's own codes, such as <c>AADSTS700016</c>.</summary>
internal static partial class EntraCode
{
    /// <summary>The first one in a text; null where there is none.</summary>
    public static string? In(string text) => Code().Match(text) is { Success: true } found ? found.Value : null;

    [GeneratedRegex("AADSTS[0-9]{4,8}", RegexOptions.NonBacktracking)]
    private static partial Regex Code();
}
