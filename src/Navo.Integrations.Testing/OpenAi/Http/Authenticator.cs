using Microsoft.AspNetCore.Http;

namespace Navo.Integrations.Testing.OpenAi.Http;

/// <summary>Finds out who calls, and whether the key opens the address.</summary>
internal static class Authenticator
{
    private const string Scheme = "Bearer ";
    private const string AdminPath = "/v1/organization";

    public static OpenAiApiKey? Find(OpenAiOrganization organization, HttpRequest request) =>
        SecretOf(request) is { } secret ? organization.Keys.FirstOrDefault(k => k.Secret == secret) : null;

    public static void Check(OpenAiOrganization organization, HttpRequest request, OpenAiApiKey? key)
    {
        string secret = SecretOf(request) ?? throw OpenAiError.NoKey();
        if (key is null)
        {
            throw OpenAiError.InvalidKey(Mask(secret));
        }

        if (Differs(request, "OpenAI-Organization", organization.OrganizationId))
        {
            throw OpenAiError.WrongOrganization();
        }

        if (key.ProjectId is { } project && Differs(request, "OpenAI-Project", project))
        {
            throw OpenAiError.WrongProject();
        }

        CheckScope(request, key);
    }

    private static void CheckScope(HttpRequest request, OpenAiApiKey key)
    {
        bool isAdminPath = request.Path.StartsWithSegments(AdminPath, StringComparison.Ordinal, out PathString rest);
        if (isAdminPath != key.IsAdmin)
        {
            throw OpenAiError.MissingScope(!isAdminPath ? "api.model.request" : rest.Value!.StartsWith("/projects", StringComparison.Ordinal) ? "api.management.read" : "api.usage.read");
        }
    }

    private static string? SecretOf(HttpRequest request)
    {
        string header = request.Headers.Authorization.ToString();
        return header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) && header.Length > Scheme.Length ? header[Scheme.Length..].Trim() : null;
    }

    private static bool Differs(HttpRequest request, string header, string id) => request.Headers[header].ToString() is { Length: > 0 } sent && sent != id;

    /// <summary>A wrong key as the vendor repeats it: its ends, with stars between.</summary>
    private static string Mask(string secret) => secret.Length < 16 ? new string('*', secret.Length) : $"{secret[..8]}{new string('*', secret.Length - 12)}{secret[^4..]}";
}
