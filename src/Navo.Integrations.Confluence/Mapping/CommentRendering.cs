using Navo.Integrations.Confluence.Internal;
using Navo.Integrations.Confluence.Mapping.Storage;

namespace Navo.Integrations.Confluence.Mapping;

/// <summary>What the comments of one page have in common.</summary>
/// <param name="Place">The page.</param>
/// <param name="BaseAddress">The address of the site for people.</param>
/// <param name="AnchorStyle">How the edition makes fragments of headings.</param>
/// <param name="Names">Names of authors and of those whom comments mention, as far as they could be read.</param>
internal sealed record CommentRendering(ContentPlace Place, string BaseAddress, HeadingAnchorStyle AnchorStyle, IReadOnlyDictionary<string, string> Names);
