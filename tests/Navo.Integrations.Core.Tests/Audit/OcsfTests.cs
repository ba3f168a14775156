using System.Text.Json;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Audit;
using Navo.Integrations.Core.Tests.Pipeline;

namespace Navo.Integrations.Core.Tests.Audit;

/// <summary>The export as OCSF 1.6.0, class API Activity (6003), profile Security Control.</summary>
public sealed class OcsfTests : IDisposable
{
    // As the schema has them: of the base event, and of the class itself.
    private static readonly string[] Required = ["activity_id", "category_uid", "class_uid", "metadata", "severity_id", "time", "type_uid", "actor", "api", "src_endpoint"];
    private static readonly string[] Known =
    [
        .. Required, "activity_name", "status_id", "status", "status_code", "status_detail", "action_id", "disposition_id", "resources", "unmapped",
    ];

    private readonly AuditFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Row084_every_member_of_a_record_has_its_place()
    {
        AuditRecord record = AuditFolder.Record("7") with
        {
            Decision = PermissionOutcome.Allow,
            Reason = PermissionReason.Granted,
            DisclosedItems = ["8", "9"],
            FromCache = true,
            IsStale = true,
            ErrorType = "throttled",
            TraceId = "4bf92f3577b34da6a3ce929d0e0e4736",
            Detail = "{\"model\":\"x\"}",
        };
        JsonElement json = await WriteAsync(record);

        Assert.Equal((6, 6003, 2, 600302, 1), (Number(json, "category_uid"), Number(json, "class_uid"), Number(json, "activity_id"), Number(json, "type_uid"), Number(json, "severity_id")));
        Assert.Equal(record.Timestamp.ToUnixTimeMilliseconds(), json.GetProperty("time").GetInt64());
        Assert.Equal("atlassian:ann", json.GetProperty("actor").GetProperty("user").GetProperty("uid").GetString());
        Assert.Equal("Allow", json.GetProperty("actor").GetProperty("authorizations")[0].GetProperty("decision").GetString());
        Assert.Equal(("get_content", "confluence:legal"), (json.GetProperty("api").GetProperty("operation").GetString(), json.GetProperty("api").GetProperty("service").GetProperty("name").GetString()));
        Assert.Equal(["7 asked", "8 disclosed", "9 disclosed"], json.GetProperty("resources").EnumerateArray().Select(r => $"{r.GetProperty("uid")} {r.GetProperty("labels")[0]}"));
        Assert.Equal(("throttled", "Granted"), (json.GetProperty("status_code").GetString(), json.GetProperty("status_detail").GetString()));
        JsonElement metadata = json.GetProperty("metadata");
        Assert.Equal(("1.6.0", record.TraceId), (metadata.GetProperty("version").GetString(), metadata.GetProperty("correlation_uid").GetString()));
        Assert.Equal("security_control", metadata.GetProperty("profiles")[0].GetString());
        Assert.Equal("Navo.Integrations", metadata.GetProperty("product").GetProperty("name").GetString());
        JsonElement rest = json.GetProperty("unmapped");
        Assert.Equal(("7", true, record.Detail), (rest.GetProperty("item_id").GetString(), rest.GetProperty("from_cache").GetBoolean() && rest.GetProperty("is_stale").GetBoolean(), rest.GetProperty("detail").GetString()));
    }

    [Theory]
    [InlineData(AuditOutcome.Success, 1, 1, 1)]
    [InlineData(AuditOutcome.Denied, 2, 2, 2)]
    [InlineData(AuditOutcome.Failed, 2, 0, 0)]
    [InlineData(AuditOutcome.Cancelled, 99, 0, 0)]
    public async Task Row084_an_outcome_is_a_status_an_action_and_a_disposition(AuditOutcome outcome, int status, int action, int disposition)
    {
        JsonElement json = await WriteAsync(AuditFolder.Record("7") with { Outcome = outcome, Reader = AccessContext.Service.Key, ItemId = null, DisclosedItems = [] });

        Assert.Equal((status, action, disposition), (Number(json, "status_id"), Number(json, "action_id"), Number(json, "disposition_id")));
        Assert.Equal(outcome.ToString(), json.GetProperty("status").GetString());
        Assert.Equal("service", json.GetProperty("actor").GetProperty("app_name").GetString());
        Assert.All(Required, name => Assert.True(json.TryGetProperty(name, out _), name));
        Assert.All(json.EnumerateObject(), member => Assert.Contains(member.Name, Known));
    }

    [Theory]
    [InlineData("create_subscription", 1)]
    [InlineData("change_webhook", 3)]
    [InlineData("delete_subscription", 4)]
    [InlineData("search", 2)]
    public async Task Row084_what_an_operation_does_is_its_activity(string operation, int activity)
    {
        JsonElement json = await WriteAsync(AuditFolder.Record("7") with { Operation = operation });
        Assert.Equal((activity, 600300 + activity), (Number(json, "activity_id"), Number(json, "type_uid")));
    }

    [Fact]
    public async Task T17_a_chain_adds_nothing_that_the_schema_does_not_have_a_place_for()
    {
        await _folder.WriteAsync(_folder.Options(o => (o.Format, o.Chain) = (AuditFormat.Ocsf, true)), AuditFolder.Record("7"));
        using JsonDocument json = JsonDocument.Parse(Assert.Single(_folder.Lines()));
        Assert.All(json.RootElement.EnumerateObject(), member => Assert.Contains(member.Name, Known));
        Assert.Equal(1, json.RootElement.GetProperty("unmapped").GetProperty("chain").GetProperty("seq").GetInt64());
    }

    private async Task<JsonElement> WriteAsync(AuditRecord record)
    {
        await _folder.WriteAsync(_folder.Options(o => o.Format = AuditFormat.Ocsf), record);
        using JsonDocument json = JsonDocument.Parse(Assert.Single(await File.ReadAllLinesAsync(_folder.FilePath, PipelineHarness.Token)));
        return json.RootElement.Clone();
    }

    private static int Number(JsonElement json, string name) => json.GetProperty(name).GetInt32();
}
