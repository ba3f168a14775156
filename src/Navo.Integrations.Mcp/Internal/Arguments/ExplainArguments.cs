namespace Navo.Integrations.Mcp.Internal.Arguments;

/// <summary>What <c>explain</c> takes.</summary>
internal sealed record ExplainArguments : ItemArguments;
