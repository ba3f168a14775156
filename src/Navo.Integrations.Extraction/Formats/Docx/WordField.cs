using System.Text;
using System.Text.RegularExpressions;

namespace Navo.Integrations.Extraction.Formats.Docx;

/// <summary>A field: an instruction, and what it showed when the document was saved.</summary>
internal sealed partial class WordField
{
    private readonly StringBuilder _instruction = new();

    public void Append(string instruction) => _instruction.Append(instruction);

    /// <summary>The address of a link; null for another field.</summary>
    public string? Address => Hyperlink().Match(_instruction.ToString()) is { Success: true } link
        ? link.Groups["anchor"].Success ? "#" + link.Groups["anchor"].Value : link.Groups["address"].Value
        : null;

    [GeneratedRegex("""^\s*HYPERLINK\s+(?:\\l\s+"(?<anchor>[^"]*)"|"(?<address>[^"]*)")""", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Hyperlink();
}
