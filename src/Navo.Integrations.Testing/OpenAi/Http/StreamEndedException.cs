namespace Navo.Integrations.Testing.OpenAi.Http;

/// <summary>A fault has ended a stream: nothing more is generated.</summary>
internal sealed class StreamEndedException : Exception;
