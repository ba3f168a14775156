namespace Navo.Integrations.Live.Tests;

/// <summary>What the environment says of a live tenant.</summary>
internal static class Settings
{
    public static string? Read(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

    public static string[] List(string name) => Read(name)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
}
