using System.Text.Json.Serialization;

namespace Navo.Integrations.EnterpriseGpt.Internal.Usage;

/// <summary>Whether a model takes <c>temperature</c>.</summary>
internal enum TemperatureUse
{
    /// <summary>It does.</summary>
    [JsonStringEnumMemberName("always")]
    Always = 0,

    /// <summary>Only with reasoning effort <c>none</c>.</summary>
    [JsonStringEnumMemberName("withoutReasoning")]
    WithoutReasoning,

    /// <summary>It refuses it.</summary>
    [JsonStringEnumMemberName("never")]
    Never,
}
