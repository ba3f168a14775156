using System.CommandLine;
using Microsoft.Extensions.Options;
using Navo.Integrations.Abstractions;

namespace Navo.Console;

/// <summary>The program: 0 for success, 1 for an error of an integration (one line, no stack trace), 2 for bad usage, 3 for a text, answer, summary, sync or audit trail that is not whole, 4 for an audit trail that was changed.</summary>
internal static class ConsoleApp
{
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        ParseResult parsed = Commands.Create(output).Parse(args is ["help", .. string[] of] ? [.. of, "--help"] : args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var problem in parsed.Errors)
            {
                await error.WriteLineAsync(Shown.Plain(problem.Message));
            }

            return 2;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false }, cancellationToken);
        }
        catch (IntegrationException failure)
        {
            await error.WriteLineAsync(Shown.Plain(Line(failure)));
            return 1;
        }
        catch (OptionsValidationException invalid)
        {
            await error.WriteLineAsync(Shown.Plain(string.Join(" ", invalid.Failures)));
            return 1;
        }
        catch (OperationCanceledException)
        {
            await error.WriteLineAsync("Cancelled.");
            return 1;
        }
    }

    private static string Line(IntegrationException failure)
    {
        string where = string.Join(' ', new[] { failure.Integration?.ToString(), failure.Operation, failure.ItemId }.Where(p => p is not null));
        string kind = failure.GetType().Name.Replace("Exception", string.Empty, StringComparison.Ordinal);
        return $"{(where.Length == 0 ? string.Empty : where + ": ")}{kind}: {failure.Message} {failure.Remedy}".TrimEnd();
    }
}
