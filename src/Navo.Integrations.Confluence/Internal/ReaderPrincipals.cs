using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Confluence.Internal;

/// <summary>A reader and all groups that the reader belongs to.</summary>
internal sealed record ReaderPrincipals(IReadOnlySet<AccessPrincipal> All);
