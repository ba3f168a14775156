using System.Text;

namespace Navo.Integrations.Extraction.Internal;

/// <summary>Text that a library wants as a whole, within the limit for characters.</summary>
internal static class BoundedText
{
    /// <summary>Reads a text to its end, or to where no more of it could be written anyway.</summary>
    public static async ValueTask<string> ReadAsync(StreamReader reader, ExtractionMeter meter, CancellationToken cancellationToken)
    {
        StringBuilder text = new();
        char[] buffer = new char[16 << 10];
        for (int read = 1; read > 0 && text.Length <= meter.Options.MaxCharacters;)
        {
            read = await reader.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
            text.Append(buffer, 0, read);
        }

        return text.ToString();
    }
}
