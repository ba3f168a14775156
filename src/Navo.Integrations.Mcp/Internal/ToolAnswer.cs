namespace Navo.Integrations.Mcp.Internal;

/// <summary>What a tool gives.</summary>
/// <param name="Result">For programs.</param>
/// <param name="Text">The same for a model whose client takes text only.</param>
internal readonly record struct ToolAnswer<TResult>(TResult Result, string Text);
