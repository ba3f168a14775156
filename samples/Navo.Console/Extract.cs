using System.CommandLine;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Navo.Integrations.Abstractions;

namespace Navo.Console;

/// <summary>Reads the text of a file: the Markdown, or the reason why there is none.</summary>
internal static class Extract
{
    private const int Incomplete = 3;

    public static Command CreateCommand(TextWriter output, Option<bool> json)
    {
        Argument<FileInfo> file = new("file") { Description = "The file to read" };
        Command command = new("extract", "Prints the text of a file as Markdown, or with --json its blocks and their places; 3 if not all of it could be read") { file };
        command.SetAction(async (parsed, token) =>
        {
            FileInfo chosen = parsed.GetValue(file)!;
            if (!chosen.Exists)
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync($"There is no file '{Shown.Plain(chosen.Name)}'.");
                return 1;
            }

            ExtractionOutcome outcome = await ReadAsync(chosen, token);
            if (parsed.GetValue(json))
            {
                await output.WriteLineAsync(JsonReports.Write(Of(outcome)));
            }
            else
            {
                await WriteAsync(outcome, output, parsed.InvocationConfiguration.Error);
            }

            return outcome.IsComplete ? 0 : Incomplete;
        });
        return command;
    }

    public static async Task<ExtractionOutcome> ReadAsync(ITextExtractor extractor, FileInfo file, CancellationToken token)
    {
        await using FileStream content = file.OpenRead();
        return await extractor.ExtractAsync(new() { Content = content, FileName = file.Name }, token);
    }

    /// <summary>Says what of the file is not in its text, and why.</summary>
    public static async Task WriteGapsAsync(ExtractionOutcome outcome, TextWriter error)
    {
        if (outcome.Status != ExtractionStatus.Extracted)
        {
            await error.WriteLineAsync($"{outcome.Status}: {Shown.Plain(outcome.Detail)}");
        }

        foreach (ContentLoss loss in outcome.Losses)
        {
            await error.WriteLineAsync($"not shown: {Shown.Plain(loss.Element)}: {Shown.Plain(loss.Detail)}");
        }
    }

    private static async Task<ExtractionOutcome> ReadAsync(FileInfo file, CancellationToken token)
    {
        await using ServiceProvider services = new ServiceCollection().AddNavoIntegrations().AddTextExtraction().Services.BuildServiceProvider();
        return await ReadAsync(services.GetRequiredService<ITextExtractor>(), file, token);
    }

    private static async Task WriteAsync(ExtractionOutcome outcome, TextWriter output, TextWriter error)
    {
        if (outcome.Markdown.Length > 0)
        {
            await output.WriteLineAsync(Shown.Plain(outcome.Markdown, keepLines: true));
        }

        await WriteGapsAsync(outcome, error);
    }

    private static JsonObject Of(ExtractionOutcome outcome) => new()
    {
        ["status"] = outcome.Status.ToString(),
        ["detail"] = outcome.Detail,
        ["mediaType"] = outcome.MediaType,
        ["isDeclaredTypeWrong"] = outcome.IsDeclaredTypeWrong,
        ["title"] = outcome.Properties.Title,
        ["author"] = outcome.Properties.Author,
        ["blocks"] = new JsonArray([.. outcome.Blocks.Select(block => new JsonObject
        {
            ["kind"] = block.Kind.ToString(),
            ["place"] = block.Location.ToString(),
            ["page"] = block.Location.Page,
            ["slide"] = block.Location.Slide,
            ["sheet"] = block.Location.Sheet,
            ["cells"] = block.Location.CellRange,
            ["markdown"] = outcome.Markdown.Substring(block.Start, block.Length),
        })]),
        ["losses"] = new JsonArray([.. outcome.Losses.Select(loss => new JsonObject { ["element"] = loss.Element, ["detail"] = loss.Detail })]),
    };
}
