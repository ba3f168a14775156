using System.Text;
using Microsoft.Extensions.Configuration;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Yaml.Tests;

/// <summary>Writes YAML to a file of its own and reads it back as configuration.</summary>
internal static class Yaml
{
    public static Dictionary<string, string?> Read(string text)
    {
        string file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.yaml");
        File.WriteAllText(file, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        try
        {
            IConfigurationRoot root = new ConfigurationBuilder().AddNavoYaml(file).Build();
            using (root as IDisposable)
            {
                return root.AsEnumerable().Where(pair => !root.GetSection(pair.Key).GetChildren().Any()).ToDictionary(StringComparer.Ordinal);
            }
        }
        finally
        {
            File.Delete(file);
        }
    }

    public static ConfigurationException Refuse(string text) => Assert.Throws<ConfigurationException>(() => Read(text));
}
