using System.Text.Json;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.EnterpriseGpt.Internal.Usage;

/// <summary>Reads the prices that come with the package, or a file in their place.</summary>
internal static class PricesReader
{
    public const string Key = "Navo:Integrations:EnterpriseGpt:PricesFile";
    private const string Resource = "Navo.Integrations.EnterpriseGpt.models.json";

    /// <summary>Reads prices.</summary>
    /// <param name="path">The file; null or empty for those of the package.</param>
    /// <exception cref="ConfigurationException">The file cannot be read, or is wrong: the message names the place.</exception>
    public static ModelCatalog Read(string? path)
    {
        byte[] text = BytesOf(path);
        try
        {
            PricesDocument document = JsonSerializer.Deserialize(text, UsageJson.Default.PricesDocument) ?? throw new JsonException("is null");
            return PricesCheck.FirstMistake(document) is { } mistake ? throw Wrong(mistake) : new ModelCatalog(document);
        }
        catch (JsonException error)
        {
            throw Wrong($"{error.Path ?? "$"} in line {error.LineNumber + 1 ?? 1}, byte {error.BytePositionInLine ?? 0}: {Complaint(error)}");
        }
    }

    private static byte[] BytesOf(string? path)
    {
        try
        {
            return string.IsNullOrEmpty(path) ? OfPackage() : File.ReadAllBytes(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw new ConfigurationException($"{Key}: the file cannot be read ({error.GetType().Name}).") { Key = Key };
        }
    }

    private static byte[] OfPackage()
    {
        using Stream stream = typeof(PricesReader).Assembly.GetManifestResourceStream(Resource)!;
        byte[] text = new byte[stream.Length];
        stream.ReadExactly(text);
        return text;
    }

    private static ConfigurationException Wrong(string mistake) => new($"{Key}: the file is wrong: {mistake}.") { Key = Key };

    /// <summary>The first sentence of the parser, which repeats the place after it.</summary>
    private static string Complaint(JsonException error)
    {
        string message = error.Message;
        int place = message.IndexOf(" Path:", StringComparison.Ordinal);
        return (place < 0 ? message : message[..place]).TrimEnd('.', ' ', '|');
    }
}
