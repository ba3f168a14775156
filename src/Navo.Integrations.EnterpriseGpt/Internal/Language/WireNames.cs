using System.Collections.Frozen;
using System.Text.Json;

namespace Navo.Integrations.EnterpriseGpt.Internal.Language;

/// <summary>The names of an enum's values in JSON: <c>snake_case</c>, compared exactly.</summary>
internal static class WireNames<T>
    where T : struct, Enum
{
    private static readonly FrozenDictionary<string, T> Values =
        Enum.GetValues<T>().ToFrozenDictionary(v => JsonNamingPolicy.SnakeCaseLower.ConvertName(v.ToString()), StringComparer.Ordinal);

    public static IReadOnlyList<string> All { get; } = [.. Values.OrderBy(v => v.Value).Select(v => v.Key)];

    public static bool TryRead(string name, out T value) => Values.TryGetValue(name, out value);
}
