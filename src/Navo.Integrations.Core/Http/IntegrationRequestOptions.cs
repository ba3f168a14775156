namespace Navo.Integrations.Core.Http;

/// <summary>What a single request can tell the handlers.</summary>
public static class IntegrationRequestOptions
{
    /// <summary>Set to true on a download: its body is not buffered, and so neither bounded in size nor part of the attempt.</summary>
    public static HttpRequestOptionsKey<bool> Stream { get; } = new("Navo.Integrations.Stream");

    internal static bool IsStream(HttpRequestMessage? request) => request is not null && request.Options.TryGetValue(Stream, out bool isStream) && isStream;
}
