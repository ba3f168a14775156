namespace Navo.Integrations.Core.Configuration;

/// <summary>Another name for one or more settings, each of which gets its value.</summary>
/// <param name="Name">The other name, for example <c>RetryAttempts</c>; in configuration it may also be written in snake case.</param>
/// <param name="Targets">The <see cref="OptionKey.Name"/> of the settings, one or more.</param>
public sealed record OptionKeyAlias(string Name, params IReadOnlyList<string> Targets);
