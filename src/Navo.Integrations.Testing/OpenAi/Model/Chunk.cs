namespace Navo.Integrations.Testing.OpenAi.Model;

/// <summary>A part of a file that a search found.</summary>
/// <param name="File">The file.</param>
/// <param name="Text">The part.</param>
/// <param name="Score">How well it fits, 0 to 1.</param>
internal sealed record Chunk(OpenAiFile File, string Text, double Score);
