using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Confluence.Internal;

/// <summary>A page or blog post as far as what hangs on it needs to know: what it is, where it stands and which version is the newest.</summary>
internal sealed record ContentPlace(ContentId Id, ContentKind Kind, string Title, ContainerRef Container, int LatestVersion, ContentStatus Status);
