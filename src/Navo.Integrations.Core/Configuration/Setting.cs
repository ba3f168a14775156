using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Registration;

namespace Navo.Integrations.Core.Configuration;

/// <summary>One setting as the configuration gives it.</summary>
/// <param name="Key">What it is.</param>
/// <param name="Path">The full key as it was written.</param>
/// <param name="Values">Its text, or the items of its list; never expanded yet.</param>
/// <param name="IsList">Whether it was written as a list.</param>
internal sealed record Setting(OptionKey Key, string Path, IReadOnlyList<string> Values, bool IsList)
{
    public bool SaysTheSameAs(Setting other) => IsList == other.IsList && Values.SequenceEqual(other.Values, StringComparer.Ordinal);

    /// <summary>A failure that names a key and never shows its value, which could be a secret in the wrong place.</summary>
    public static ConfigurationException Fault(string path, string problem, string remedy) =>
        new($"The configuration key '{path}' {problem}") { Key = path, Remedy = remedy };

    /// <summary>Failures as one, under the key and with the remedy of the first.</summary>
    public static ConfigurationException Faults(IReadOnlyList<ConfigurationException> faults) =>
        new(FindingsText.Of([.. faults.Select(static fault => fault.Message)])) { Key = faults[0].Key, Remedy = faults[0].Remedy };
}
