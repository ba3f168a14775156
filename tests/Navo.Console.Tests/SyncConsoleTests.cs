using System.Text.Json;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Testing.Confluence;
using Spectre.Console;

namespace Navo.Console.Tests;

/// <summary>The sync by hand. Like the others, one after the other: the environment is the configuration.</summary>
[Collection(nameof(ConsoleTests))]
public sealed class SyncConsoleTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sync_tells_everything_first_and_then_what_has_changed()
    {
        await using ConfluenceSimulator confluence = await ConfluenceSimulator.StartAsync(cancellationToken: Token);
        using EnvironmentScope environment = new([.. EnvironmentScope.Of(confluence)]);

        (int code, string estimate, string error) = await ConsoleTests.RunAsync("estimate", "--checkpoint", _folder.FullName);
        Assert.Equal((0, string.Empty), (code, error));
        Assert.Contains("requests", estimate, StringComparison.Ordinal);

        (code, string output, error) = await ConsoleTests.RunAsync("sync", "--checkpoint", _folder.FullName, "--json");
        Assert.Equal((0, string.Empty), (code, error));
        using JsonDocument first = JsonDocument.Parse(output);
        Assert.NotEmpty(first.RootElement.EnumerateArray());
        Assert.All(first.RootElement.EnumerateArray(), change => Assert.Equal("new", change.GetProperty("change").GetString()));

        (code, output, _) = await ConsoleTests.RunAsync("sync", "--checkpoint", _folder.FullName);
        Assert.Equal(0, code);
        Assert.Contains("Complete", output, StringComparison.Ordinal);
        Assert.Contains("0 told", output, StringComparison.Ordinal);

        (code, output, _) = await ConsoleTests.RunAsync("skipped", "--checkpoint", _folder.FullName);
        Assert.Equal((0, true), (code, output.Contains("0 skipped", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Groups_are_told_when_they_are_asked_for()
    {
        await using ConfluenceSimulator confluence = await ConfluenceSimulator.StartAsync(cancellationToken: Token);
        using EnvironmentScope environment = new([.. EnvironmentScope.Of(confluence)]);
        (int code, string output, string error) = await ConsoleTests.RunAsync("sync", "--mode", "IdentitiesOnly", "--checkpoint", _folder.FullName, "--json");
        Assert.Equal((0, string.Empty), (code, error));
        using JsonDocument groups = JsonDocument.Parse(output);
        JsonElement engineering = Assert.Single(groups.RootElement.EnumerateArray(), change => change.GetProperty("id").GetString() == "group:confluence-group:grp-engineering");
        Assert.Equal(("group", "engineering: 3 ids of members"), (engineering.GetProperty("change").GetString(), engineering.GetProperty("what").GetString()));

        confluence.Site.Change(state => state with { Groups = state.Groups.Remove("grp-engineering") });
        (code, output, _) = await ConsoleTests.RunAsync("sync", "--mode", "IdentitiesOnly", "--checkpoint", _folder.FullName);
        Assert.Equal(0, code);
        Assert.Contains("deleted", output, StringComparison.Ordinal);
        Assert.Contains("Groups: Complete, 4 seen", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_demo_shows_an_edit_a_deletion_and_a_changed_permission_arriving()
    {
        (int code, string output, string error) = await ConsoleTests.RunAsync("demo", "--json");

        Assert.Equal((0, string.Empty), (code, error));
        using JsonDocument demo = JsonDocument.Parse(output);
        string[][] runs = [.. demo.RootElement.GetProperty("sync").EnumerateArray().Select(run => run.GetProperty("changes").EnumerateArray().Select(change => change.GetProperty("change").GetString()!).ToArray())];
        Assert.All(runs[0], change => Assert.Equal("new", change));
        Assert.Equal(["changed", "deleted"], runs[1].Order(StringComparer.Ordinal));
        Assert.Equal(["access"], runs[2]);
    }

    [Fact]
    public async Task A_terminal_sees_how_far_a_sync_is()
    {
        await using StringWriter terminal = new();
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(terminal), Ansi = AnsiSupport.Yes, Interactive = InteractionSupport.Yes });
        console.Profile.Width = 200;
        SyncProgress progress = new() { Seen = 1500, Expected = 3000, Emitted = 12, PartitionsDone = 1, Partitions = 4, Elapsed = TimeSpan.FromSeconds(15) };
        ISyncRun run = new ProgressOnly(progress);

        int result = await new SyncProgressBar(console).ShowAsync(run, Task.FromResult(7));

        Assert.Equal(7, result);
        Assert.Contains("50%", terminal.ToString(), StringComparison.Ordinal);
        Assert.Contains("1,500 of 3,000 seen, 12 told, 1 of 4 done, 100/s, 00:00:15 left", terminal.ToString(), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private sealed class ProgressOnly(SyncProgress progress) : ISyncRun
    {
        public SyncCheckpoint Checkpoint => throw new NotSupportedException();

        public SyncProgress Progress => progress;

        public SyncReport Report => throw new NotSupportedException();

        public ValueTask AcknowledgeAsync(ContentChange change, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public IAsyncEnumerator<ContentChange> GetAsyncEnumerator(CancellationToken cancellationToken = default) => throw new NotSupportedException();
    }
}
