using System.Text.Json;

namespace Navo.Integrations.Extraction.Formats;

/// <summary>Reads notebooks (nbformat 3 and 4): prose, code, and what the code wrote as text.</summary>
internal sealed class NotebookExtractor : IFormatExtractor
{
    public IReadOnlyList<string> MediaTypes { get; } = [Internal.MediaTypes.Notebook];

    public async ValueTask ExtractAsync(DocumentInput input, DocumentWriter output, CancellationToken cancellationToken)
    {
        using JsonDocument notebook = await JsonDocument.ParseAsync(input.Content, default, cancellationToken).ConfigureAwait(false);
        string language = Text(notebook.RootElement, "metadata", "kernelspec", "language") is { Length: > 0 } name ? name : "python";
        foreach (JsonElement cell in Cells(notebook.RootElement))
        {
            input.Meter.Checkpoint();
            string source = Lines(cell, "source") is { Length: > 0 } text ? text : Lines(cell, "input");
            switch (Text(cell, "cell_type"))
            {
                case "markdown":
                    MarkdownExtractor.Write(source, output);
                    break;
                case "code":
                    output.Code(source, language);
                    Outputs(cell, output);
                    break;
                default:
                    output.Code(source);
                    break;
            }
        }
    }

    private static IEnumerable<JsonElement> Cells(JsonElement notebook) =>
        Items(notebook, "cells").Concat(Items(notebook, "worksheets").SelectMany(sheet => Items(sheet, "cells")));

    private static void Outputs(JsonElement cell, DocumentWriter output)
    {
        foreach (JsonElement result in Items(cell, "outputs"))
        {
            JsonElement data = result.ValueKind == JsonValueKind.Object && result.TryGetProperty("data", out JsonElement bundle) ? bundle : result;
            string text = Lines(data, "text/plain") is { Length: > 0 } plain ? plain : Lines(result, "text");
            output.Code(text.Length > 0 ? text : Lines(result, "evalue"));
            if (data.ValueKind == JsonValueKind.Object && data.EnumerateObject().Any(part => part.Name.StartsWith("image/", StringComparison.Ordinal)))
            {
                output.Lose("image", "An image that code drew is not shown.");
            }
        }
    }

    private static IEnumerable<JsonElement> Items(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out JsonElement list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : [];

    // A text of several lines is one string or a list of them.
    private static string Lines(JsonElement element, string name)
    {
        if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out JsonElement value))
        {
            return string.Empty;
        }

        return value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!,
            JsonValueKind.Array => string.Concat(value.EnumerateArray().Where(line => line.ValueKind == JsonValueKind.String).Select(line => line.GetString())),
            _ => string.Empty,
        };
    }

    private static string Text(JsonElement element, params ReadOnlySpan<string> path)
    {
        foreach (string name in path)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
            {
                return string.Empty;
            }
        }

        return element.ValueKind == JsonValueKind.String ? element.GetString()! : string.Empty;
    }
}
