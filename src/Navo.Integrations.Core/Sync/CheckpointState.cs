using System.Globalization;
using System.Text.Json;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Sync;

/// <summary>What is in a checkpoint.</summary>
internal sealed record CheckpointState
{
    /// <summary>The version that is written, and the only one that is read.</summary>
    public const int CurrentVersion = 1;

    public int Version { get; init; } = CurrentVersion;

    public required string Integration { get; init; }

    public required string Scope { get; init; }

    public required string Inventory { get; init; }

    public IReadOnlyDictionary<string, PartitionState> Partitions { get; init; } = new Dictionary<string, PartitionState>();

    public SyncCheckpoint ToCheckpoint() => new(JsonSerializer.Serialize(this, SyncJson.Default.CheckpointState));

    /// <summary>Reads a checkpoint, or begins one. One of another inventory begins anew, for nothing is known of what the copy has.</summary>
    public static CheckpointState Of(SyncCheckpoint? checkpoint, IntegrationName name, SyncScope scope, string inventory)
    {
        CheckpointState fresh = new() { Integration = name.ToString(), Scope = SyncHash.Of(scope.ToKey()).ToString("x16", CultureInfo.InvariantCulture), Inventory = inventory };
        if (checkpoint is null)
        {
            return fresh;
        }

        CheckpointState read = Read(checkpoint.ToJson());
        return read.Integration != fresh.Integration || read.Scope != fresh.Scope
            ? throw new InvalidQueryException("The checkpoint belongs to another integration or to another scope.") { Remedy = "Keep a checkpoint for each scope under a name of its own." }
            : read.Inventory == inventory ? read : fresh;
    }

    /// <summary>Reads what <see cref="ToCheckpoint"/> wrote.</summary>
    public static CheckpointState Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, SyncJson.Default.CheckpointState) switch
            {
                { Version: not CurrentVersion and var version } => throw Unreadable(OfVersion(version)),
                { Partitions: not null } state when state.Partitions.Values.All(static partition => partition is not null) => state,
                _ => throw Unreadable("It is empty."),
            };
        }
        catch (JsonException)
        {
            throw Unreadable(VersionOf(json) is { } version and not CurrentVersion ? OfVersion(version) : "It is not JSON of a checkpoint.");
        }
    }

    private static string OfVersion(int version) => $"It is of version {version}; this library reads version {CurrentVersion}.";

    /// <summary>The version of what can't be read otherwise; null where it says none.</summary>
    private static int? VersionOf(string json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("version", out JsonElement told)
                && told.ValueKind == JsonValueKind.Number && told.TryGetInt32(out int version) ? version : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static InvalidQueryException Unreadable(string why) => new($"The checkpoint can't be read. {why}")
    {
        Remedy = "Use the version of the library that wrote it, or start without a checkpoint: everything is then compared anew.",
    };
}
