using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Audit;

namespace Navo.Console;

/// <summary>Verifies the hash chain of an audit trail.</summary>
internal static class Verify
{
    private const int NotWhole = 3;
    private const int NotTrue = 4;

    public static Command CreateCommand(TextWriter output, Option<bool> json)
    {
        Argument<string?> file = new("file") { Description = "The audit file; the configured one if none is named", Arity = ArgumentArity.ZeroOrOne };
        Option<string?> known = new("--known") { Description = "A line that was there once, as an earlier verify printed it: number:hash" };
        Command command = new("verify", "Says whether an audit trail with a hash chain is as it was written; 3 if its end is missing, 4 if it was changed. The key is that of the configuration") { file, known };
        command.SetAction(async (parsed, token) =>
        {
            AuditFileOptions options = ReadOptions();
            string path = parsed.GetValue(file) ?? options.Path
                ?? throw new ConfigurationException("No audit file is named.") { Remedy = "Name one, or set Navo__Integrations__Audit__File__Path in the environment." };
            try
            {
                AuditChainReport report = await AuditChain.VerifyAsync(path, options.ChainKey, HeadOf(parsed.GetValue(known)), token);
                await output.WriteLineAsync(parsed.GetValue(json) ? JsonReports.Write(Of(report)) : Text(report));
                return report.Status switch { AuditChainStatus.Intact => 0, AuditChainStatus.Truncated => NotWhole, _ => NotTrue };
            }
            catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync(Shown.Plain(refused.Message));
                return 1;
            }
        });
        return command;
    }

    private static AuditFileOptions ReadOptions()
    {
        IConfiguration configuration = ConsoleSession.ReadConfiguration();
        using ServiceProvider services = new ServiceCollection().AddNavoIntegrations(configuration).Services.BuildServiceProvider();
        return services.GetRequiredService<IOptions<AuditOptions>>().Value.File;
    }

    private static AuditChainHead? HeadOf(string? text)
    {
        if (text is null)
        {
            return null;
        }

        return text.Split(':') is [string number, { Length: 64 } hash] && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out long sequence)
            ? new(sequence, hash)
            : throw new InvalidQueryException("A known line is written as its number, a colon and its hash of 64 digits.");
    }

    private static string Text(AuditChainReport report)
    {
        string first = report.FirstSequence is > 1 and long begin ? string.Create(CultureInfo.InvariantCulture, $", beginning with line {begin}: older files are not here") : string.Empty;
        string cut = report.CutLines > 0 ? string.Create(CultureInfo.InvariantCulture, $", {report.CutLines} cut short in between") : string.Empty;
        string lines = string.Create(CultureInfo.InvariantCulture, $"{report.Status}: {report.Lines} lines hold{cut}{first}");
        string? place = report.File is null ? null : string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(report.File)}, line {report.Line}: ");
        string? problem = report.Problem is null ? null : Shown.Plain(place + report.Problem);
        return string.Join(Environment.NewLine, new[] { lines, problem, report.Head is { } head ? $"last: {Known(head)}" : null }.OfType<string>());
    }

    private static JsonObject Of(AuditChainReport report) => new()
    {
        ["status"] = JsonReports.Word(report.Status),
        ["lines"] = report.Lines,
        ["cut_lines"] = report.CutLines,
        ["first_sequence"] = report.FirstSequence,
        ["last"] = report.Head is { } head ? Known(head) : null,
        ["file"] = report.File,
        ["line"] = report.Line,
        ["problem"] = report.Problem,
    };

    private static string Known(AuditChainHead head) => string.Create(CultureInfo.InvariantCulture, $"{head.Sequence}:{head.Hash}");
}
