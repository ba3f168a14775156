using System.Text;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Yaml;

/// <summary>Reads text of a bounded size.</summary>
internal static class BoundedText
{
    private const int MaxBytes = 1 << 20;

    /// <summary>Reads UTF-8, or what a byte order mark says, without ever holding more than the bound.</summary>
    /// <exception cref="ConfigurationException">There is more.</exception>
    public static string Read(Stream stream, string file)
    {
        byte[] buffer = new byte[MaxBytes + 1];
        int length = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        if (length > MaxBytes)
        {
            throw new ConfigurationException($"{file}: the file is larger than 1 MiB.") { Remedy = "Keep to settings; a configuration file is small." };
        }

        using StreamReader reader = new(new MemoryStream(buffer, 0, length), Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
