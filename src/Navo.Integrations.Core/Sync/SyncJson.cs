using System.Text.Json.Serialization;

namespace Navo.Integrations.Core.Sync;

/// <summary>The JSON of checkpoints and of the skip ledger, generated.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault, UseStringEnumConverter = true)]
[JsonSerializable(typeof(CheckpointState))]
[JsonSerializable(typeof(SkipRecord))]
internal sealed partial class SyncJson : JsonSerializerContext;
