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

    [GeneratedRegex("^[A-Za-z0-9_-]{1,64}$", RegexOptions.NonBacktracking)]
    private static partial Regex Name();
}
