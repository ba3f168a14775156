using System.Text.Json.Nodes;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Testing.Confluence;
using Navo.Integrations.Testing.Confluence.Model;

namespace Navo.Console;

/// <summary>The end of the demo: a copy of one space that is kept in step while somebody edits, deletes and restricts.</summary>
internal sealed class SyncDemo
{
    private const string Space = "RUNBOOKS";

    private readonly List<(string What, IReadOnlyList<string?[]> Changes)> _runs = [];

    public static async Task<SyncDemo> RunAsync(ConsoleSession session, ConfluenceSimulator simulator, CancellationToken token)
    {
        SyncDemo demo = new();
        IContentSync sync = session.Sync("confluence");
        SyncOptions access = new() { Mode = SyncMode.AccessOnly };
        SyncCheckpoint? checkpoint = await demo.RunAsync(sync, "The first run tells everything", null, new(), token);
        checkpoint = await demo.RunAsync(sync, null, checkpoint, access, token); // who may see what was not known before

        ConfluenceSite site = simulator.Site;
        SimulatedContent[] pages = [.. site.State.Contents.Values.Where(page => page is { SpaceKey: Space, Type: SimulatedContentType.Page, Status: "current" } && site.State.Contents.Values.All(other => other.ParentId != page.Id))];
        string editor = simulator.Account("ada").AccountId;
        site.Edit(pages[0].Id, editor, "<p>Changed a moment ago.</p>");
        site.Put(pages[1] with { Status = "trashed" });
        site.Restrict(pages[2].Id, new() { UserIds = [editor, .. site.State.Users.Values.Where(user => user.IsAdministrator).Select(user => user.AccountId)] });

        checkpoint = await demo.RunAsync(sync, "A page was edited, another thrown away", checkpoint, new(), token);
        await demo.RunAsync(sync, "A third one was restricted", checkpoint, access, token);
        return demo;
    }

    public JsonArray ToJson() => new([.. _runs.Select(run => new JsonObject { ["run"] = run.What, ["changes"] = Of(run.Changes).ToJson() })]);

    public void Write(TextReport report)
    {
        foreach ((string what, IReadOnlyList<string?[]> changes) in _runs)
        {
            report.Heading($"In step with {Space}: {what}");
            report.Listing(Of(changes));
        }
    }

    private static Listing Of(IReadOnlyList<string?[]> changes) => new(SyncCommands.Columns, changes);

    /// <summary>Carries a run out, and shows it where it has a name.</summary>
    private async Task<SyncCheckpoint> RunAsync(IContentSync sync, string? what, SyncCheckpoint? checkpoint, SyncOptions options, CancellationToken token)
    {
        ISyncRun run = sync.SyncAsync(new() { Containers = [Space] }, checkpoint, options, token);
        List<string?[]> changes = await SyncCommands.CarryOutAsync(run, token);
        if (what is not null)
        {
            _runs.Add((what, changes));
        }

        return run.Checkpoint;
    }
}
