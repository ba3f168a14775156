using System.Globalization;
using Navo.Integrations.Abstractions;
using Spectre.Console;

namespace Navo.Console;

/// <summary>How far a sync is, with its rate and the time left, on the terminal's error stream; nothing where there is no terminal.</summary>
internal sealed class SyncProgressBar(IAnsiConsole? console)
{
    private static readonly TimeSpan Refresh = TimeSpan.FromMilliseconds(200);

    /// <summary>A bar for whoever looks at the program's own output.</summary>
    public static SyncProgressBar For(TextWriter output)
    {
        bool isSeen = ReferenceEquals(output, System.Console.Out) && !System.Console.IsErrorRedirected;
        return new(isSeen ? AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(System.Console.Error) }) : null);
    }

    public async Task<T> ShowAsync<T>(ISyncRun run, Task<T> work)
    {
        if (console is null)
        {
            return await work;
        }

        await console.Progress().Columns(new ProgressBarColumn(), new PercentageColumn(), new TaskDescriptionColumn { Alignment = Justify.Left }).StartAsync(async context =>
        {
            ProgressTask bar = context.AddTask("sync");
            do
            {
                await Task.WhenAny(work, Task.Delay(Refresh));
                Update(bar, run.Progress);
            }
            while (!work.IsCompleted);
        });
        return await work;
    }

    private static void Update(ProgressTask bar, SyncProgress progress)
    {
        bool isKnown = progress.Expected is > 0;
        bar.IsIndeterminate = !isKnown;
        bar.MaxValue = isKnown ? Math.Max(progress.Expected!.Value, progress.Seen) : 1;
        bar.Value = isKnown ? progress.Seen : 0;
        bar.Description = Describe(progress);
    }

    private static string Describe(SyncProgress progress)
    {
        string left = progress.TimeLeft is { } time ? $", {time:hh\\:mm\\:ss} left" : string.Empty;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{progress.Seen:N0} of {progress.Expected?.ToString("N0", CultureInfo.InvariantCulture) ?? "?"} seen, {progress.Emitted:N0} told, {progress.PartitionsDone} of {progress.Partitions} done, {progress.Rate:N0}/s{left}");
    }
}
