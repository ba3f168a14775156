using System.Buffers;
using System.Reflection;
using System.Text.Json;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Audit;

/// <summary>A record as an event of OCSF 1.6.0: class API Activity with the profile Security Control. What the schema has no place for stands in <c>unmapped</c>, which is the last member.</summary>
internal static class OcsfText
{
    private const string SchemaVersion = "1.6.0";
    private const string Product = "Navo.Integrations";
    private const int Category = 6;      // Application Activity
    private const int Class = 6003;      // API Activity
    private const int Informational = 1;

    private static readonly string Version =
        typeof(OcsfText).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    public static byte[] Of(AuditRecord record)
    {
        ArrayBufferWriter<byte> bytes = new();
        using (Utf8JsonWriter json = new(bytes))
        {
            json.WriteStartObject();
            WriteClass(json, record);
            WriteOutcome(json, record);
            WriteActor(json, record);
            WriteApi(json, record);
            WriteResources(json, record);
            WriteMetadata(json, record);
            WriteUnmapped(json, record);
            json.WriteEndObject();
        }

        return bytes.WrittenSpan.ToArray();
    }

    private static void WriteClass(Utf8JsonWriter json, AuditRecord record)
    {
        (int activity, string name) = ActivityOf(record.Operation);
        json.WriteNumber("category_uid", Category);
        json.WriteNumber("class_uid", Class);
        json.WriteNumber("activity_id", activity);
        json.WriteString("activity_name", name);
        json.WriteNumber("type_uid", (Class * 100) + activity);
        json.WriteNumber("severity_id", Informational);
        json.WriteNumber("time", record.Timestamp.ToUnixTimeMilliseconds());
    }

    private static void WriteOutcome(Utf8JsonWriter json, AuditRecord record)
    {
        (int status, int action, int disposition) = record.Outcome switch
        {
            AuditOutcome.Success => (1, 1, 1),      // success, allowed, allowed
            AuditOutcome.Denied => (2, 2, 2),       // failure, denied, blocked
            AuditOutcome.Failed => (2, 0, 0),       // failure, and nobody decided
            _ => (99, 0, 0),
        };
        json.WriteNumber("status_id", status);
        json.WriteString("status", record.Outcome.ToString());
        WriteText(json, "status_code", record.ErrorType);
        WriteText(json, "status_detail", record.Reason?.ToString());
        json.WriteNumber("action_id", action);
        json.WriteNumber("disposition_id", disposition);
    }

    private static void WriteActor(Utf8JsonWriter json, AuditRecord record)
    {
        const string User = "user:";
        json.WriteStartObject("actor");
        if (record.Reader.StartsWith(User, StringComparison.Ordinal))
        {
            json.WriteStartObject("user");
            json.WriteString("uid", record.Reader.AsSpan(User.Length));
            json.WriteNumber("type_id", 1);
            json.WriteEndObject();
        }
        else
        {
            json.WriteString("app_name", record.Reader);
        }

        if (record.Decision is { } decision)
        {
            json.WriteStartArray("authorizations");
            json.WriteStartObject();
            json.WriteString("decision", decision.ToString());
            json.WriteEndObject();
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteApi(Utf8JsonWriter json, AuditRecord record)
    {
        json.WriteStartObject("api");
        json.WriteString("operation", record.Operation);
        json.WriteStartObject("service");
        json.WriteString("name", record.Integration.ToString());
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartObject("src_endpoint");
        json.WriteString("name", Environment.MachineName);
        json.WriteEndObject();
    }

    /// <summary>The item that was asked for, and those that were handed out.</summary>
    private static void WriteResources(Utf8JsonWriter json, AuditRecord record)
    {
        IEnumerable<string> items = record.ItemId is { } asked ? record.DisclosedItems.Prepend(asked).Distinct(StringComparer.Ordinal) : record.DisclosedItems;
        HashSet<string> disclosed = [.. record.DisclosedItems];
        json.WriteStartArray("resources");
        foreach (string item in items)
        {
            json.WriteStartObject();
            json.WriteString("uid", item);
            json.WriteStartArray("labels");
            json.WriteStringValue(disclosed.Contains(item) ? "disclosed" : "asked");
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteMetadata(Utf8JsonWriter json, AuditRecord record)
    {
        json.WriteStartObject("metadata");
        json.WriteString("version", SchemaVersion);
        json.WriteStartObject("product");
        json.WriteString("name", Product);
        json.WriteString("vendor_name", "Navo");
        json.WriteString("version", Version);
        json.WriteEndObject();
        json.WriteStartArray("profiles");
        json.WriteStringValue("security_control");
        json.WriteEndArray();
        WriteText(json, "correlation_uid", record.TraceId);
        json.WriteEndObject();
    }

    private static void WriteUnmapped(Utf8JsonWriter json, AuditRecord record)
    {
        json.WriteStartObject("unmapped");
        WriteText(json, "item_id", record.ItemId);
        json.WriteBoolean("from_cache", record.FromCache);
        json.WriteBoolean("is_stale", record.IsStale);
        WriteText(json, "detail", record.Detail);
        json.WriteEndObject();
    }

    private static (int Id, string Name) ActivityOf(string operation) => operation[..Math.Max(0, operation.IndexOf('_', StringComparison.Ordinal))] switch
    {
        "create" => (1, "Create"),
        "change" => (3, "Update"),
        "delete" => (4, "Delete"),
        _ => (2, "Read"),
    };

    private static void WriteText(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}
