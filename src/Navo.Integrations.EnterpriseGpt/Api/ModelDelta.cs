namespace Navo.Integrations.EnterpriseGpt.Api;

/// <summary>A part of a streamed answer: some text, or its end.</summary>
/// <param name="Text">The text; empty at the end.</param>
/// <param name="End">The whole answer; null before the end.</param>
internal readonly record struct ModelDelta(string Text, ModelAnswer? End = null);
