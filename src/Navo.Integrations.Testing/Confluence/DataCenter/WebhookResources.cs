using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Navo.Integrations.Testing.Confluence.Http;
using Navo.Integrations.Testing.Confluence.Model;
using Navo.Integrations.Testing.Confluence.Rest;

namespace Navo.Integrations.Testing.Confluence.DataCenter;

/// <summary>Webhooks, for administrators of the instance.</summary>
/// <remarks><see href="https://developer.atlassian.com/server/confluence/webhooks/"/>.</remarks>
internal static class WebhookResources
{
    public const string Path = "/webhooks";

    public static void Map(RouteMap map)
    {
        map.Get(Path, ForAdministrators(All));
        map.Post(Path, ForAdministrators(Create));
        map.Get($"{Path}/{{webhookId}}", ForAdministrators(call => Answer.Ok(Json(Find(call)))));
        map.Put($"{Path}/{{webhookId}}", ForAdministrators(Update));
        map.Delete($"{Path}/{{webhookId}}", ForAdministrators(Delete));
        map.Get($"{Path}/{{webhookId}}/latest", ForAdministrators(Latest));
    }

    /// <summary>A body without the secret in it, to be recorded.</summary>
    public static string WithoutSecrets(string body)
    {
        try
        {
            if (JsonNode.Parse(body) is JsonObject { } hook && hook["configuration"] is JsonObject configuration && configuration.ContainsKey("secret"))
            {
                configuration["secret"] = "***";
                return hook.ToJsonString();
            }
        }
        catch (JsonException)
        {
            // whoever reads it will say so
        }

        return body;
    }

    private static Func<SimulatedCall, Answer> ForAdministrators(Func<SimulatedCall, Answer> resource) =>
        call => call.User is { IsAdministrator: true } ? resource(call) : throw ApiErrorException.Unauthorized("The authenticated user must be an administrator to call this resource.");

    private static Answer All(SimulatedCall call)
    {
        SimulatedWebhook[] all = [.. call.Simulator.Webhooks.All];
        PageSlice<SimulatedWebhook> page = Paging.ByOffset(call, all, 100, 100);
        return Answer.Ok(Envelope.Offset(call, page, page.Items.Select(Json), all.Length));
    }

    private static Answer Create(SimulatedCall call)
    {
        SimulatedWebhook made = Read(call, call.Simulator.Webhooks.NextId());
        call.Simulator.Webhooks.Put(made);
        JsonObject answer = Json(made);
        answer["events"] = new JsonArray([.. made.Events.Select(name => new JsonObject { ["id"] = name, ["i18nKey"] = $"webhooks.event.{name}" })]); // here, objects
        return new(201, answer);
    }

    private static Answer Update(SimulatedCall call)
    {
        SimulatedWebhook updated = Read(call, Find(call).Id);
        call.Simulator.Webhooks.Put(updated);
        return Answer.Ok(Json(updated));
    }

    private static Answer Delete(SimulatedCall call)
    {
        call.Simulator.Webhooks.Remove(Find(call).Id);
        return new(204, null);
    }

    private static Answer Latest(SimulatedCall call) => Find(call) is { LatestOutcome: { } outcome } hook
        ? Answer.Ok(new JsonObject
        {
            ["id"] = $"invocation-{hook.Id}",
            ["event"] = new JsonObject { ["id"] = hook.LatestEvent },
            ["start"] = hook.LatestAt.ToString("O", CultureInfo.InvariantCulture),
            ["finish"] = hook.LatestAt.ToString("O", CultureInfo.InvariantCulture),
            ["result"] = new JsonObject { ["outcome"] = outcome, ["description"] = outcome == "SUCCESS" ? "202" : "failed" },
        })
        : throw ApiErrorException.NotFound("The webhook has not been invoked.");

    private static SimulatedWebhook Read(SimulatedCall call, int id)
    {
        JsonObject body = call.ReadBody();
        string[] events = [.. (body["events"] as JsonArray ?? []).Select(name => name?.GetValue<string>() ?? string.Empty)];
        if (!Uri.TryCreate(body["url"]?.GetValue<string>(), UriKind.Absolute, out Uri? url) || events.Length == 0 || body["name"]?.GetValue<string>() is not { Length: > 0 } name)
        {
            throw ApiErrorException.BadRequest("The webhook parameters were invalid or not supplied.");
        }

        return new(id, name, url)
        {
            Events = [.. events],
            IsActive = body["active"]?.GetValue<bool>() ?? true,
            Secret = body["configuration"]?["secret"]?.GetValue<string>() ?? call.Simulator.Webhooks.Find(id)?.Secret,
        };
    }

    private static SimulatedWebhook Find(SimulatedCall call) =>
        int.TryParse(call.Route("webhookId"), NumberStyles.None, CultureInfo.InvariantCulture, out int id) && call.Simulator.Webhooks.Find(id) is { } hook
            ? hook
            : throw ApiErrorException.NotFound("The webhook does not exist.");

    private static JsonObject Json(SimulatedWebhook hook) => new()
    {
        ["id"] = hook.Id,
        ["name"] = hook.Name,
        ["url"] = hook.Url.AbsoluteUri,
        ["active"] = hook.IsActive,
        ["scopeType"] = "global",
        ["sslVerificationRequired"] = true,
        ["events"] = new JsonArray([.. hook.Events.Select(name => JsonValue.Create(name))]),
        ["configuration"] = new JsonObject(),
    };
}
