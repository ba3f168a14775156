using System.Text.Json.Serialization;

namespace Navo.Integrations.Core.Http.OAuth;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(OAuthTokenAnswer))]
internal sealed partial class OAuthJson : JsonSerializerContext;
