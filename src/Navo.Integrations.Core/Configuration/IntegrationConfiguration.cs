using Microsoft.Extensions.Configuration;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Configuration;

/// <summary>Reads the settings of integrations from an application's configuration.</summary>
/// <remarks>
/// <para>They stand below <c>Navo:Integrations:{Kind}</c> or <c>integrations:{kind}</c>, with keys in Pascal or snake case; where both set
/// one option, the first wins. Named instances stand below <c>…:{Kind}:Instances:{name}</c> and start from the section's own settings; one
/// with an address of its own inherits neither secrets nor account names, so that no credential reaches a host that it was not configured for.</para>
/// <para><c>${NAME}</c> in the value of a known key is the environment variable of that name; <c>$${</c> is a literal <c>${</c>.
/// Bare numbers of durations are seconds or days as <see cref="OptionKeyKind"/> says.</para>
/// <para>A list is never empty: whether that would mean nothing or everything is not left to chance. Leave the key out instead.</para>
/// </remarks>
public static class IntegrationConfiguration
{
    /// <summary>The effective settings of one instance under the names of its options' properties, ready for the configuration binder.</summary>
    /// <param name="root">The application's configuration.</param>
    /// <param name="schema">What the kind of integration knows.</param>
    /// <param name="instance">The instance; empty for the default one. Case does not matter.</param>
    /// <param name="environment">Gives the value of a placeholder; null for the environment of the process.</param>
    /// <returns>A snapshot; call again when <paramref name="root"/> signals a change.</returns>
    /// <exception cref="ConfigurationException">A key is not known, is set twice differently, has a value that cannot be meant, or a placeholder without a value.</exception>
    public static IConfiguration GetSection(IConfiguration root, IntegrationSchema schema, string instance = "", Func<string, string?>? environment = null)
    {
        ArgumentNullException.ThrowIfNull(root);
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(instance);
        Placeholders placeholders = new(environment ?? Environment.GetEnvironmentVariable);
        IEnumerable<KeyValuePair<string, string?>> values = Effective(new(root, schema), instance).SelectMany(setting => Values(setting, placeholders));
        return new ConfigurationBuilder().AddInMemoryCollection(values).Build();
    }

    /// <summary>The instances that the configuration sets up.</summary>
    /// <param name="root">The application's configuration.</param>
    /// <param name="schema">What the kind of integration knows.</param>
    /// <returns>
    /// Names in lower case, the default instance (the empty name) first. A section with named instances is an instance itself
    /// only if it sets an address or a secret; otherwise its settings are just what they share.
    /// </returns>
    /// <exception cref="ConfigurationException">A name cannot be used, a key is not known or is set twice differently.</exception>
    public static IReadOnlyList<string> GetInstances(IConfiguration root, IntegrationSchema schema)
    {
        ArgumentNullException.ThrowIfNull(root);
        ArgumentNullException.ThrowIfNull(schema);
        SettingLayers layers = new(root, schema);
        string[] named = [.. layers.ReadInstanceNames()];
        Dictionary<string, Setting> own = layers.ReadShared();
        bool isInstance = own.Values.Any(s => named.Length == 0 || s.Key.Kind is OptionKeyKind.Address or OptionKeyKind.Secret);
        return isInstance ? [string.Empty, .. named] : named;
    }

    private static IEnumerable<Setting> Effective(SettingLayers layers, string instance)
    {
        Dictionary<string, Setting> shared = layers.ReadShared();
        Dictionary<string, Setting> own = instance.Length == 0 ? [] : layers.ReadInstance(instance);
        bool hasOwnAddress = own.Values.Any(setting => setting.Key.Kind == OptionKeyKind.Address);
        IEnumerable<Setting> inherited = shared.Values.Where(s => !own.ContainsKey(s.Key.Name) && !(hasOwnAddress && s.Key.IsCredential));
        return inherited.Concat(own.Values);
    }

    private static IEnumerable<KeyValuePair<string, string?>> Values(Setting setting, Placeholders placeholders)
    {
        string[] texts = [.. setting.Values.Select(text => placeholders.Expand(text, setting.Path))];
        if (setting.Key.Kind != OptionKeyKind.List)
        {
            return [new(setting.Key.Name, SettingConverter.Convert(setting.Key, texts[0], setting.Path))];
        }

        string[] items = setting.IsList ? texts : texts[0].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return items.Length > 0
            ? items.Select((item, index) => new KeyValuePair<string, string?>($"{setting.Key.Name}:{index}", item))
            : throw Setting.Fault(setting.Path, "holds no item.", "Name at least one item, or leave the key out.");
    }
}
