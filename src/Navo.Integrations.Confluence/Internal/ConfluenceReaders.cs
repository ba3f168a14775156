using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Confluence.Internal;

/// <summary>Finds the id by which this Confluence knows a reader whom another system named.</summary>
internal sealed class ConfluenceReaders(IIdentityLinker linker, bool isCloud)
{
    private static readonly string[] CloudSchemes = [PrincipalSchemes.AtlassianAccount];
    private static readonly string[] DataCenterSchemes = [PrincipalSchemes.ConfluenceUserKey, PrincipalSchemes.ConfluenceUsername];

    public bool IsCloud => isCloud;

    /// <summary>The user's own id here; null when nobody knows it for sure.</summary>
    public async ValueTask<PrincipalId?> ResolveAsync(AccessContext reader, CancellationToken cancellationToken)
    {
        if (reader.User is not { } user)
        {
            return null;
        }

        string[] schemes = isCloud ? CloudSchemes : DataCenterSchemes;
        if (schemes.Contains(user.Scheme, StringComparer.Ordinal))
        {
            return user;
        }

        IdentityLink? link = await linker.LinkAsync(user, schemes, cancellationToken).ConfigureAwait(false);
        return link is { Confidence: > IdentityConfidence.Claimed } sure && schemes.Contains(sure.Id.Scheme, StringComparer.Ordinal) ? sure.Id : null;
    }
}
