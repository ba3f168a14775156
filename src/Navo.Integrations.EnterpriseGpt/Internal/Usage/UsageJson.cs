using System.Text.Json;
using System.Text.Json.Serialization;

namespace Navo.Integrations.EnterpriseGpt.Internal.Usage;

/// <summary>How the file of prices and the lines of the ledger are read and written. A member that is not known is a mistake to name.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    ReadCommentHandling = JsonCommentHandling.Skip,
    AllowTrailingCommas = true,
    RespectNullableAnnotations = true,
    UseStringEnumConverter = true,
    IgnoreReadOnlyProperties = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(PricesDocument))]
[JsonSerializable(typeof(UsageEntry))]
internal sealed partial class UsageJson : JsonSerializerContext;
