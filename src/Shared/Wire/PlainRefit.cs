using System.Text.Json.Serialization;
using Refit;

namespace Navo.Integrations.Wire;

/// <summary>Refit as our packages use it: source-generated JSON, and failures as they are. Refit's own exceptions would carry the request with its credentials.</summary>
internal static class PlainRefit
{
    public static RefitSettings Of(JsonSerializerContext context) => new(new BufferedJsonSerializer(context))
    {
        TransportExceptionFactory = static (_, failure, _) => failure,
        DeserializationExceptionFactory = static (_, failure) => new(failure),
    };
}
