using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Live.Tests;

/// <summary>What the environment says of a live tenant.</summary>
internal static class Settings
{
    public static string? Read(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

    /// <summary>On whose behalf to read: a user, or the service where none is named.</summary>
    public static AccessContext Reader(string name) => Read(name) is { } id ? AccessContext.ForUser(PrincipalId.Parse(id)) : AccessContext.Service;

    public static string[] List(string name) => Read(name)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
}
