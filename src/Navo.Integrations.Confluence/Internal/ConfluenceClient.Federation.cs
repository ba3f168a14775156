using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Federation;

namespace Navo.Integrations.Confluence.Internal;

/// <summary>What the federated search may ask of Confluence: all that <see cref="SearchQueryCql"/> can say. CQL knows no extensions of attachments.</summary>
internal sealed partial class ConfluenceClient : IFederatedSource
{
    private static readonly SourceAbilities Cloud = AbilitiesFor(PrincipalSchemes.AtlassianAccount);
    private static readonly SourceAbilities DataCenter = AbilitiesFor(PrincipalSchemes.ConfluenceUserKey, PrincipalSchemes.ConfluenceUsername);

    public SourceAbilities Abilities => desk is CloudDesk ? Cloud : DataCenter;

    private static SourceAbilities AbilitiesFor(params string[] authors) => new()
    {
        Kinds =
        [
            ContentKind.Page, ContentKind.BlogPost, ContentKind.Comment, ContentKind.Attachment,
            ContentKind.Folder, ContentKind.Whiteboard, ContentKind.Database, ContentKind.SmartLink,
        ],
        Scopes = [SearchScopeKind.Space],
        Filters = [SearchFilter.Kinds, SearchFilter.Authors, SearchFilter.Labels, SearchFilter.Modified],
        AuthorSchemes = authors,
    };
}
