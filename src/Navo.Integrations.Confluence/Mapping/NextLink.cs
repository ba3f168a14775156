using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence.Api.Wire;

namespace Navo.Integrations.Confluence.Mapping;

/// <summary>
/// The position in a list that a <c>next</c> link names. Only its query is used: the next request goes to the same endpoint of the configured host,
/// whatever host or path the link may hold.
/// </summary>
/// <remarks><see href="https://developer.atlassian.com/cloud/confluence/rest/v2/intro/#using"/>.</remarks>
internal static class NextLink
{
    /// <summary>The <c>cursor</c> or <c>start</c> of the link; null when there is no next page.</summary>
    public static string? PositionOf(LinksDto? links, string parameter, string? current)
    {
        if (links?.Next is not { Length: > 0 } next)
        {
            return null;
        }

        RefuseForeignHost(links, next);
        string? position = ValueOf(next, parameter);
        if (position is null)
        {
            throw new ProtocolException($"The link to the next page holds no '{parameter}'.");
        }

        return position == current
            ? throw new ProtocolException("The link to the next page leads back to the same page.")
            : position;
    }

    private static void RefuseForeignHost(LinksDto links, string next)
    {
        if (next.StartsWith('/') && !next.StartsWith("//", StringComparison.Ordinal) && !next.StartsWith("/\\", StringComparison.Ordinal))
        {
            return;
        }

        bool sameSite = Uri.TryCreate(next, UriKind.Absolute, out Uri? target)
            && Uri.TryCreate(links.Base, UriKind.Absolute, out Uri? site)
            && Uri.Compare(target, site, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0;
        if (!sameSite)
        {
            throw new ProtocolException("The link to the next page leads to another host; it was not followed.");
        }
    }

    private static string? ValueOf(string link, string parameter)
    {
        int query = link.IndexOf('?', StringComparison.Ordinal);
        foreach (string pair in query < 0 ? [] : link[(query + 1)..].Split('#')[0].Split('&'))
        {
            int equals = pair.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0 && pair.AsSpan(0, equals).SequenceEqual(parameter))
            {
                return Uri.UnescapeDataString(pair[(equals + 1)..].Replace('+', ' '));
            }
        }

        return null;
    }
}
