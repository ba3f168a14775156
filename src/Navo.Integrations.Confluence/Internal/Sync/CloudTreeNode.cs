namespace Navo.Integrations.Confluence.Internal.Sync;

/// <summary>What a node of the content tree hangs on.</summary>
internal readonly record struct CloudTreeNode(string? ParentId, string? ParentType, string? Title);
