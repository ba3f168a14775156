using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Federation;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>What the federated search may ask of SharePoint: all that <see cref="SearchQueryKql"/> can say.</summary>
internal sealed partial class SharePointClient : IFederatedSource
{
    private static readonly SourceAbilities Said = new()
    {
        Kinds = [ContentKind.Document, ContentKind.Page, ContentKind.Folder],
        Scopes = [SearchScopeKind.Site, SearchScopeKind.Library],
        Filters = [SearchFilter.Kinds, SearchFilter.FileTypes, SearchFilter.Authors, SearchFilter.Labels, SearchFilter.Modified],
        AuthorSchemes = [PrincipalSchemes.UserPrincipalName, PrincipalSchemes.Email],
    };

    public SourceAbilities Abilities => Said;
}
