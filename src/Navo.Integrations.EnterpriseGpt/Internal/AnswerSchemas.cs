using System.Text.Json;
using System.Text.RegularExpressions;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.EnterpriseGpt.Internal;

/// <summary>Schemas that callers give.</summary>
internal static partial class AnswerSchemas
{
    public static AnswerSchema Of(AnswerFormat format)
    {
        if (!Name().IsMatch(format.Name))
        {
            throw new InvalidQueryException("The name of an answer's format has 1 to 64 letters, digits, '_' or '-'.");
        }

        try
        {
            using JsonDocument schema = JsonDocument.Parse(format.Schema);
            return schema.RootElement.ValueKind == JsonValueKind.Object
                ? new(format.Name, BinaryData.FromString(format.Schema))
                : throw new InvalidQueryException("The schema of an answer's format is a JSON object.");
        }
        catch (JsonException malformed)
        {
            throw new InvalidQueryException($"The schema of an answer's format is not JSON (line {malformed.LineNumber + 1}).");
        }
    }

    /// <summary>Whether a whole answer is JSON where JSON was asked for. That it keeps the schema is the vendor's promise (strict).</summary>
    public static void Check(AnswerSchema? schema, GeneratedResponse response)
    {
        if (schema is null || !response.IsComplete)
        {
            return;
        }

        try
        {
            using JsonDocument json = JsonDocument.Parse(response.Text);
        }
        catch (JsonException malformed)
        {
            throw new ProtocolException($"The answer is not the JSON that '{schema.Name}' asks for (line {malformed.LineNumber + 1}, byte {malformed.BytePositionInLine + 1}).") { RequestId = response.RequestId };
        }
    }

    [GeneratedRegex("^[A-Za-z0-9_-]{1,64}$", RegexOptions.NonBacktracking)]
    private static partial Regex Name();
}
