using Navo.Integrations.Abstractions;
using Navo.Integrations.Yaml;

namespace Microsoft.Extensions.Configuration;

/// <summary>Adds YAML files to an application's configuration.</summary>
public static class YamlConfigurationExtensions
{
    /// <summary>Adds a YAML file of maps, lists and scalars. <c>${NAME}</c> placeholders are left to the integrations that read them.</summary>
    /// <param name="builder">The configuration's builder.</param>
    /// <param name="path">The file, absolute or relative to the builder's base path. UTF-8, at most 1 MiB, nested at most 64 deep.</param>
    /// <param name="optional">Whether the file may be absent.</param>
    /// <param name="reloadOnChange">Whether the file is read again when it changes.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ConfigurationException">On building: the file holds an anchor, an alias, a type tag, a second document, a key
    /// twice, too much, or no YAML; the message names line and column.</exception>
    public static IConfigurationBuilder AddNavoYaml(this IConfigurationBuilder builder, string path, bool optional = false, bool reloadOnChange = false)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return builder.Add<YamlConfigurationSource>(source =>
        {
            source.Path = path;
            source.Optional = optional;
            source.ReloadOnChange = reloadOnChange;
            source.ResolveFileProvider();
        });
    }
}
