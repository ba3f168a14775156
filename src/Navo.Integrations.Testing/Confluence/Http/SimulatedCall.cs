using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Navo.Integrations.Testing.Confluence.Model;

namespace Navo.Integrations.Testing.Confluence.Http;

/// <summary>One authenticated request against one state of the site.</summary>
internal sealed class SimulatedCall(HttpRequest request, string body, SimulatorContext simulator, Caller caller)
{
    public SimulatorContext Simulator { get; } = simulator;

    public SiteState State { get; } = simulator.Site.State;

    public SiteAccess Access => field ??= new SiteAccess(State);

    public SimulatedUser? User { get; } = caller.User;

    public bool IsDataCenter => Simulator.Edition is ConfluenceEdition.DataCenter;

    public string Path => request.Path.Value ?? "";

    public string Route(string name) => (string?)request.RouteValues[name] ?? "";

    public string? Query(string name) => request.Query.TryGetValue(name, out var values) ? values[0] : null;

    /// <summary>A list given as repeated parameters, as one parameter with commas, or both.</summary>
    public IReadOnlyList<string> QueryList(string name) =>
        [.. request.Query[name].SelectMany(v => (v ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];

    public bool Flag(string name) => Query(name) is "true";

    public int Number(string name, int byDefault, int min, int max)
    {
        if (Query(name) is not { } text)
        {
            return byDefault;
        }

        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= min
            ? Math.Min(number, max)
            : throw ApiErrorException.BadRequest($"Provided value for '{name}' is not valid.");
    }

    /// <summary>The query parameters other than those named, encoded, for a next link.</summary>
    public string QueryWithout(params string[] names) => string.Join('&', request.Query
        .Where(p => !names.Contains(p.Key, StringComparer.Ordinal))
        .SelectMany(p => p.Value.Select(v => $"{Uri.EscapeDataString(p.Key)}={Uri.EscapeDataString(v ?? "")}")));

    public JsonObject ReadBody()
    {
        try
        {
            return JsonNode.Parse(body) as JsonObject ?? throw ApiErrorException.BadRequest("The body is not an object.");
        }
        catch (JsonException)
        {
            throw ApiErrorException.BadRequest("The body is not JSON.");
        }
    }

    /// <summary>The content of the route's id, if the caller may see it.</summary>
    public SimulatedContent Content(string route = "id") =>
        FindVisible(Route(route)) ?? throw ApiErrorException.NotFound($"No content found with id: ContentId{{id={Route(route)}}}");

    public SimulatedContent? FindVisible(string id) =>
        ContentNames.ParseId(id) is { } number && State.Contents.TryGetValue(number, out var content) && Access.CanView(User, content)
            ? content
            : null;

    public IEnumerable<SimulatedContent> Visible() => State.Contents.Values.Where(c => Access.CanView(User, c));

    public SimulatedSpace SpaceOf(SimulatedContent content) => State.Spaces[content.SpaceKey];
}
