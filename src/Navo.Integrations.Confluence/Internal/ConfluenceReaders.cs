using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Access;

namespace Navo.Integrations.Confluence.Internal;

/// <summary>Finds the id by which this Confluence knows a reader whom another system named.</summary>
internal sealed class ConfluenceReaders(IIdentityLinker linker, bool isCloud)
{
    private static readonly string[] CloudSchemes = [PrincipalSchemes.AtlassianAccount];
    private static readonly string[] DataCenterSchemes = [PrincipalSchemes.ConfluenceUserKey, PrincipalSchemes.ConfluenceUsername];

    public bool IsCloud => isCloud;

    /// <summary>The user's own id here; null when nobody knows it for sure.</summary>
    public ValueTask<PrincipalId?> ResolveAsync(AccessContext reader, CancellationToken cancellationToken) =>
        linker.ResolveAsync(reader, isCloud ? CloudSchemes : DataCenterSchemes, cancellationToken);
}
