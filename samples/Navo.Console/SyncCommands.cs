using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.Configuration;
using Navo.Integrations.Abstractions;

namespace Navo.Console;

/// <summary>Keeps a copy in step that is nothing but a list of what would have to be done to it.</summary>
internal static class SyncCommands
{
    private static readonly Option<string?> Source = new("--source") { Description = "The integration; needed only if there are several" };
    private static readonly Option<string?> Folder = new("--checkpoint") { Description = "The folder of checkpoint, inventory and skip ledger" };
    private static readonly Option<SyncMode> Mode = new("--mode") { Description = "What to look at" };
    private static readonly Option<bool> Approve = new("--approve-deletions") { Description = "Tell deletions however many there are" };

    /// <summary>What is written down of a change.</summary>
    public static string[] Columns { get; } = ["change", "partition", "id", "what"];

    public static IEnumerable<Command> Create(TextWriter output, Option<bool> json)
    {
        yield return Command("sync", "Tells what has changed since the last time", [Mode, Approve], async (session, parsed, token) =>
        {
            SyncOptions options = new() { Mode = parsed.GetValue(Mode), Deletions = parsed.GetValue(Approve) ? DeletionBudget.Unlimited : new() };
            (List<string?[]> changes, SyncReport report) = await RunAsync(session, session.Sync(parsed.GetValue(Source)), options, SyncProgressBar.For(output), token);
            await WriteAsync(output, parsed.GetValue(json), new(Columns, changes), Summary(report));
            return report.IsComplete ? 0 : 3;
        });
        yield return Command("skipped", "Lists what could not be delivered", [], async (session, parsed, token) =>
        {
            List<string?[]> rows = [];
            await foreach (SkippedItem item in session.SkipLedger.ListAsync(session.Sync(parsed.GetValue(Source)).Name, cancellationToken: token))
            {
                rows.Add([item.Reason.ToString(), item.Partition, item.Id.Value, item.Title, item.WebAddress?.AbsoluteUri, Number(item.Size), Date(item.FirstSeen), Date(item.LastSeen)]);
            }

            await WriteAsync(output, parsed.GetValue(json), new(["reason", "partition", "id", "title", "address", "bytes", "first", "last"], rows), $"{rows.Count} skipped");
            return 0;
        });
        yield return Command("estimate", "Says what a sync would cost", [Mode], async (session, parsed, token) =>
        {
            IContentSync sync = session.Sync(parsed.GetValue(Source));
            SyncEstimate estimate = await sync.EstimateAsync(SyncScope.All, await session.Checkpoints.LoadAsync(sync.Name.ToString(), token), new() { Mode = parsed.GetValue(Mode) }, token);
            Listing partitions = new(["partition", "items", "requests", "units"], [.. estimate.Partitions.Select(p => new[] { p.Title ?? p.Partition, Number(p.Items), Number(p.Requests), Number(p.ResourceUnits) })]);
            await WriteAsync(output, parsed.GetValue(json), partitions, $"{Number(estimate.Requests) ?? "unknown"} requests, {estimate.Duration?.ToString("c", CultureInfo.InvariantCulture) ?? "unknown"} time");
            return 0;
        });

        Command Command(string name, string description, Option[] options, Func<ConsoleSession, ParseResult, CancellationToken, Task<int>> run)
        {
            Command command = new(name, description) { Source, Folder };
            Array.ForEach(options, command.Add);
            command.SetAction(async (parsed, token) =>
            {
                await using ConsoleSession session = new(Configuration(parsed.GetValue(Folder)));
                return await run(session, parsed, token);
            });
            return command;
        }
    }

    private static async Task<(List<string?[]> Changes, SyncReport Report)> RunAsync(ConsoleSession session, IContentSync sync, SyncOptions options, SyncProgressBar bar, CancellationToken token)
    {
        string key = sync.Name.ToString();
        ISyncRun run = sync.SyncAsync(SyncScope.All, await session.Checkpoints.LoadAsync(key, token), options, token);
        List<string?[]> changes = await bar.ShowAsync(run, CarryOutAsync(run, token));
        await session.Checkpoints.SaveAsync(key, run.Checkpoint, token);
        return (changes, run.Report);
    }

    /// <summary>Writes down each change and acknowledges it.</summary>
    public static async Task<List<string?[]>> CarryOutAsync(ISyncRun run, CancellationToken token)
    {
        List<string?[]> changes = [];
        await foreach (ContentChange change in run)
        {
            changes.Add([Name(change), change.Partition, change.Id.Value, What(change)]);
            await run.AcknowledgeAsync(change, token);
        }

        return changes;
    }

    private static string Name(ContentChange change) => change switch
    {
        ContentUpserted { IsNew: true } => "new",
        ContentUpserted => "changed",
        ContentMoved => "moved",
        ContentAccessChanged => "access",
        GroupChanged => "group",
        ContentDeleted or GroupDeleted => "deleted",
        _ => "skipped",
    };

    private static string? What(ContentChange change) => change switch
    {
        ContentUpserted upserted => upserted.Metadata.Title,
        ContentMoved moved => moved.Metadata.Title,
        GroupChanged group => string.Create(CultureInfo.InvariantCulture, $"{group.Name ?? group.Group.Value}: {group.Members.Count} ids of members"),
        ContentDeleted deleted => deleted.Cause.ToString(),
        GroupDeleted deleted => deleted.Cause.ToString(),
        ContentSkipped skipped => $"{skipped.Item.Reason} {skipped.Item.Title}",
        _ => null,
    };

    private static string Summary(SyncReport report) => string.Join('\n', report.Partitions.Select(p => string.Create(
        CultureInfo.InvariantCulture,
        $"{p.Title ?? p.Partition}: {p.Outcome}, {p.Seen} seen of {Number(p.Expected) ?? "?"}, {p.Told} told, {p.Unchanged} unchanged, {p.Deleted} deleted, {p.DeletionsHeld} deletions held, {p.Skipped.Values.Sum()} skipped {p.Error?.Message}").TrimEnd()));

    private static async Task WriteAsync(TextWriter output, bool asJson, Listing listing, string summary)
    {
        if (asJson)
        {
            await output.WriteLineAsync(JsonReports.Write(listing.ToJson()));
            return;
        }

        TextReport report = new(output);
        report.Listing(listing);
        report.Lines(summary);
    }

    private static IConfiguration Configuration(string? folder)
    {
        ConfigurationBuilder builder = new();
        builder.AddConfiguration(ConsoleSession.ReadConfiguration());
        return folder is null ? builder.Build() : builder.AddInMemoryCollection(new Dictionary<string, string?> { ["Navo:Integrations:Sync:Folder"] = folder }).Build();
    }

    private static string? Number(long? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string Date(DateTimeOffset time) => time.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
