using System.Runtime.ExceptionServices;
using Microsoft.Extensions.Configuration;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Yaml;

/// <summary>Provides what a YAML file says. A file that cannot be read is reported by its own error, not wrapped in another.</summary>
internal sealed class YamlConfigurationProvider(YamlConfigurationSource source) : FileConfigurationProvider(source)
{
    public override void Load()
    {
        try
        {
            base.Load();
        }
        catch (InvalidDataException e) when (e.InnerException is ConfigurationException cause)
        {
            ExceptionDispatchInfo.Throw(cause);
        }
    }

    public override void Load(Stream stream) => Data = YamlSettings.Read(stream, Path.GetFileName(Source.Path) ?? string.Empty);
}
