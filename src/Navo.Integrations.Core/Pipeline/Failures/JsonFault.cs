using System.Globalization;
using System.Text;
using System.Text.Json;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Pipeline.Failures;

/// <summary>Tells where an answer stopped making sense, without a word of its content.</summary>
internal static class JsonFault
{
    private const int MaxPathLength = 120;
    private const string MissingMark = "missing required properties including: ";

    public static ProtocolException Describe(JsonException json, string operation)
    {
        var message = new StringBuilder().Append(CultureInfo.InvariantCulture, $"The answer to '{operation}' is not the promised JSON");
        if (Missing(json.Message) is { } members)
        {
            message.Append(CultureInfo.InvariantCulture, $"; required and missing: {members}");
        }

        if (json.Path is { Length: > 0 } path)
        {
            message.Append(CultureInfo.InvariantCulture, $"; at {Clean(path)}");
        }

        if (json.LineNumber is { } line)
        {
            message.Append(CultureInfo.InvariantCulture, $"; line {line + 1}, byte {json.BytePositionInLine + 1}");
        }

        return new ProtocolException(message.Append('.').ToString());
    }

    /// <summary>The members that System.Text.Json names as missing: they are our own, not the answer's.</summary>
    private static string? Missing(string text)
    {
        int at = text.IndexOf(MissingMark, StringComparison.Ordinal);
        return at < 0 ? null : Clean(text[(at + MissingMark.Length)..].Split(". Path:", 2)[0].TrimEnd('.'));
    }

    private static string Clean(string text)
    {
        string cut = text.Length <= MaxPathLength ? text : string.Concat(text.AsSpan(0, MaxPathLength), "…");
        return string.Concat(cut.Select(static c => char.IsControl(c) || char.IsSurrogate(c) ? '·' : c));
    }
}
