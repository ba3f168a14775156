using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Navo.Integrations.Testing.OpenAi.Http;

/// <summary>One request with a valid key.</summary>
internal sealed class OpenAiCall(OpenAiServer server, HttpContext http, OpenAiApiKey key, string body)
{
    public OpenAiServer Server => server;

    public OpenAiOrganization Organization => server.Organization;

    public HttpContext Http => http;

    public OpenAiApiKey Key => key;

    public CancellationToken Aborted => http.RequestAborted;

    /// <summary>The segments of the path below the version, unescaped.</summary>
    public string[] Segments { get; } = [.. (http.Request.Path.Value ?? string.Empty).Trim('/').Split('/').Skip(1).Select(Uri.UnescapeDataString)];

    public string? Query(string name) => http.Request.Query.TryGetValue(name, out var values) ? values.ToString() : null;

    /// <summary>A list in the query in either of the forms that clients send: repeated, with brackets, or with commas.</summary>
    public IReadOnlyList<string> QueryList(string name) =>
        [.. http.Request.Query.Where(q => q.Key == name || q.Key == $"{name}[]").SelectMany(q => q.Value).SelectMany(v => (v ?? string.Empty).Split(',', StringSplitOptions.RemoveEmptyEntries))];

    public int QueryNumber(string name, int byDefault, int most)
    {
        if (Query(name) is not { } text)
        {
            return byDefault;
        }

        int number = int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int read) ? read : throw OpenAiError.InvalidType(name, "an integer");
        return number < 1 ? throw OpenAiError.BelowMinimum(name, 1, number)
            : number > most ? throw OpenAiError.AboveMaximum(name, most, number)
            : number;
    }

    public long? QueryTime(string name) =>
        Query(name) is not { } text ? null
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long seconds) ? seconds
        : throw OpenAiError.InvalidType(name, "an integer");

    /// <summary>The body; a member that isn't known is refused, as the API does.</summary>
    public RequestBody ReadBody(params string[] known)
    {
        JsonObject members;
        try
        {
            members = JsonNode.Parse(body.Length == 0 ? "{}" : body) as JsonObject ?? throw NoJson();
        }
        catch (JsonException)
        {
            throw NoJson();
        }

        return members.Select(m => m.Key).FirstOrDefault(m => !known.Contains(m, StringComparer.Ordinal)) is { } unknown
            ? throw OpenAiError.UnknownParameter(unknown)
            : new(members);
    }

    public Task SendAsync(JsonNode answer) => OpenAiHost.WriteAsync(http, 200, answer.ToJsonString());

    private static OpenAiError NoJson() => new(400, "We could not parse the JSON body of your request. The OpenAI API expects a JSON payload.");
}
