using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Sync;

namespace Navo.Integrations.Core.Tests.Sync;

/// <summary>What was not delivered is not forgotten.</summary>
public sealed class SkipLedgerTests : IDisposable
{
    private static readonly IntegrationName Source = new("confluence", "legal");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string File => Path.Combine(_folder.FullName, "skipped.jsonl");

    [Fact]
    public async Task Row055_it_keeps_everything_of_an_item_over_restarts_and_the_first_time_too()
    {
        SkippedItem item = Item("1", SkipReason.TooLarge, 1) with { Title = "Big", WebAddress = new("https://wiki.example/1"), Size = 5, ErrorType = "X" };
        using (SkipLedger ledger = new(File))
        {
            await ledger.RecordAsync(item, Token);
            await ledger.RecordAsync(item with { FirstSeen = Day(3), LastSeen = Day(3) }, Token);
            await ledger.RecordAsync(Item("2", SkipReason.Forbidden, 2), Token);
            await ledger.RemoveAsync(Source, new("2"), Token);
        }

        await System.IO.File.AppendAllTextAsync(File, """{"source":"confl""", Token); // cut off
        using (SkipLedger again = new(File))
        {
            Assert.Equal(item with { LastSeen = Day(3) }, Assert.Single(await again.ListAsync(Source, cancellationToken: Token).ToListAsync(Token)));
            await again.RecordAsync(Item("3", SkipReason.Failed, 4), Token); // not behind the line that was cut off
        }

        using SkipLedger third = new(File);
        Assert.Equal(["1", "3"], await third.ListAsync(Source, cancellationToken: Token).Select(noted => noted.Id.Value).ToListAsync(Token));
    }

    [Fact]
    public async Task A_file_that_is_mostly_of_the_past_is_written_anew_when_it_is_opened()
    {
        using (SkipLedger ledger = new(File))
        {
            for (int day = 0; day < 1100; day++)
            {
                await ledger.RecordAsync(Item("1", SkipReason.Failed, 0) with { LastSeen = Day(0).AddDays(day) }, Token);
            }
        }

        using SkipLedger again = new(File);

        Assert.Equal(Day(0).AddDays(1099), Assert.Single(await again.ListAsync(Source, cancellationToken: Token).ToListAsync(Token)).LastSeen);
        Assert.Single(await System.IO.File.ReadAllLinesAsync(File, Token));
    }

    [Fact]
    public async Task It_lists_by_source_and_reason_the_oldest_first()
    {
        using SkipLedger ledger = new();
        await ledger.RecordAsync(Item("b", SkipReason.Failed, 2), Token);
        await ledger.RecordAsync(Item("a", SkipReason.Failed, 1), Token);
        await ledger.RecordAsync(Item("c", SkipReason.Forbidden, 0), Token);
        Assert.Equal(["a", "b"], await ledger.ListAsync(Source, SkipReason.Failed, Token).Select(item => item.Id.Value).ToListAsync(Token));
        Assert.Empty(await ledger.ListAsync(new("sharepoint"), cancellationToken: Token).ToListAsync(Token));
    }

    [Fact]
    public async Task Of_two_that_were_first_seen_at_once_the_id_decides_and_what_is_removed_twice_is_removed()
    {
        using SkipLedger ledger = new();
        await ledger.RecordAsync(Item("b", SkipReason.Failed, 1), Token);
        await ledger.RecordAsync(Item("a", SkipReason.Failed, 1), Token);
        await ledger.RecordAsync(Item("c", SkipReason.Failed, 1), Token);
        await ledger.RemoveAsync(Source, new("c"), Token);
        await ledger.RemoveAsync(Source, new("c"), Token);
        Assert.Equal(["a", "b"], await ledger.ListAsync(Source, cancellationToken: Token).Select(item => item.Id.Value).ToListAsync(Token));
    }

    [Fact]
    public async Task What_is_recorded_stands_in_the_file_at_once_and_what_left_leaves_a_line_only_if_it_was_there()
    {
        using SkipLedger ledger = new(File);
        await ledger.RecordAsync(Item("1", SkipReason.Failed, 1), Token);
        Assert.Single(await LinesAsync());
        await ledger.RemoveAsync(Source, new("2"), Token);
        Assert.Single(await LinesAsync());
        await ledger.RemoveAsync(Source, new("1"), Token);
        Assert.Equal(2, (await LinesAsync()).Length);
        await ledger.RecordAsync(Item("1", SkipReason.Failed, 5), Token);
        Assert.Equal(Day(5), Assert.Single(await ledger.ListAsync(Source, cancellationToken: Token).ToListAsync(Token)).FirstSeen); // it was gone in between
    }

    [Theory]
    [InlineData(1002, 1002)]
    [InlineData(1003, 1)]
    public async Task It_is_written_anew_only_where_a_thousand_lines_are_of_the_past(int lines, int left)
    {
        using (SkipLedger ledger = new(File))
        {
            for (int i = 0; i < lines; i++)
            {
                await ledger.RecordAsync(Item("1", SkipReason.Failed, 0), Token);
            }
        }

        new SkipLedger(File).Dispose();
        Assert.Equal(left, (await LinesAsync()).Length);
    }

    [Fact]
    public async Task Its_folder_is_made_and_an_empty_or_senseless_file_is_taken_as_it_is()
    {
        string deep = Path.Combine(_folder.FullName, "deep", "skipped.jsonl");
        new SkipLedger(deep).Dispose();
        await System.IO.File.WriteAllTextAsync(deep, "null\n{}\n[]\n", Token);
        using SkipLedger ledger = new(deep);
        Assert.Empty(await ledger.ListAsync(Source, cancellationToken: Token).ToListAsync(Token));
    }

    [Fact]
    public void A_file_that_can_not_be_opened_is_told_with_what_to_do()
    {
        ConfigurationException failure = Assert.Throws<ConfigurationException>(() => new SkipLedger(_folder.FullName));
        Assert.Equal($"The skip ledger '{_folder.FullName}' can't be opened (UnauthorizedAccessException).", failure.Message);
        Assert.Equal("Give a file of its own that the process may write.", failure.Remedy);
        Assert.Throws<ArgumentException>(() => new SkipLedger(" "));
    }

    [Fact]
    public async Task F27_Who_has_left_records_nothing_and_holds_nobody_up()
    {
        using SkipLedger ledger = new();
        CancellationToken left = new(canceled: true);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ledger.RecordAsync(Item("1", SkipReason.Failed, 1), left).AsTask());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ledger.RemoveAsync(Source, new("1"), left).AsTask());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ledger.ListAsync(Source, cancellationToken: left).ToListAsync(left).AsTask());
        await Assert.ThrowsAsync<ArgumentNullException>(() => ledger.RecordAsync(null!, Token).AsTask());
        Assert.Empty(await ledger.ListAsync(Source, cancellationToken: Token).ToListAsync(Token));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task<string[]> LinesAsync()
    {
        await using FileStream stream = new(File, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using StreamReader reader = new(stream);
        return (await reader.ReadToEndAsync(Token)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static DateTimeOffset Day(int day) => new(2026, 3, 1 + day, 0, 0, 0, TimeSpan.Zero);

    private static SkippedItem Item(string id, SkipReason reason, int day) => new() { Id = new(id), Source = Source, Partition = "ENG", Reason = reason, FirstSeen = Day(day), LastSeen = Day(day) };
}
