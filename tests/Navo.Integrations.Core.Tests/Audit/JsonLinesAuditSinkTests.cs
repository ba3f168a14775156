using System.Text.Json;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Audit;
using Navo.Integrations.Core.Tests.Pipeline;

namespace Navo.Integrations.Core.Tests.Audit;

public sealed class JsonLinesAuditSinkTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("navo-audit-").FullName;

    private string FilePath => Path.Combine(_folder, "audit.jsonl");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Row084_each_record_is_one_json_object_on_a_line_of_its_own()
    {
        await using (var sink = new JsonLinesAuditSink(FilePath))
        {
            await sink.WriteAsync(Sample("line\nbreak") with { Decision = PermissionOutcome.Deny, DisclosedItems = ["1", "2"] }, PipelineHarness.Token);
        }

        string line = Assert.Single(await File.ReadAllLinesAsync(FilePath, PipelineHarness.Token));
        using JsonDocument json = JsonDocument.Parse(line);
        Assert.Equal("confluence:legal", json.RootElement.GetProperty("integration").GetString());
        Assert.Equal("Deny", json.RootElement.GetProperty("decision").GetString());
        Assert.Equal("line\nbreak", json.RootElement.GetProperty("item_id").GetString());
        Assert.Equal("2", json.RootElement.GetProperty("disclosed_items")[1].GetString());
        Assert.False(json.RootElement.TryGetProperty("error_type", out _));
    }

    [Fact]
    public async Task T17_concurrent_writers_and_a_second_sink_on_the_file_lose_and_mix_nothing()
    {
        await using var one = new JsonLinesAuditSink(FilePath);
        await using var other = new JsonLinesAuditSink(FilePath);
        await Task.WhenAll(Enumerable.Range(0, 200).Select(i =>
            Task.Run(async () => await (i % 2 == 0 ? one : other).WriteAsync(Sample($"{i}"), PipelineHarness.Token), PipelineHarness.Token)));

        IEnumerable<string?> ids = (await File.ReadAllLinesAsync(FilePath, PipelineHarness.Token)).Select(ItemOf);
        Assert.Equal(Enumerable.Range(0, 200).Select(i => $"{i}").Order(), ids.Order());
    }

    [Fact]
    public async Task T17_a_line_that_a_crash_cut_short_is_closed_and_what_stands_is_kept()
    {
        await File.WriteAllTextAsync(FilePath, "{\"whole\":1}\n{\"cut\":", PipelineHarness.Token);
        await using (var sink = new JsonLinesAuditSink(FilePath))
        {
            await sink.WriteAsync(Sample("1"), PipelineHarness.Token);
            await sink.WriteAsync(Sample("2"), PipelineHarness.Token);
        }

        string[] lines = await File.ReadAllLinesAsync(FilePath, PipelineHarness.Token);
        Assert.Equal(["{\"whole\":1}", "{\"cut\":"], lines[..2]);
        Assert.Equal(["1", "2"], lines[2..].Select(ItemOf));
    }

    [Fact]
    public async Task T17_a_record_is_in_the_file_when_the_write_returns()
    {
        await using var sink = new JsonLinesAuditSink(FilePath);
        await sink.WriteAsync(Sample("1"), PipelineHarness.Token);
        Assert.Equal("1", ItemOf(Assert.Single(await File.ReadAllLinesAsync(FilePath, PipelineHarness.Token))));
    }

    [Fact]
    public async Task F32_a_full_disk_withholds_the_answer()
    {
        // Linux offers a device that is always full; elsewhere a folder stands in for a file that takes nothing.
        await using var sink = new JsonLinesAuditSink(File.Exists("/dev/full") ? "/dev/full" : _folder);
        await Assert.ThrowsAnyAsync<SystemException>(async () => await sink.WriteAsync(Sample("1"), PipelineHarness.Token));

        using var harness = new PipelineHarness(sink: sink);
        UnavailableException error = await Assert.ThrowsAsync<UnavailableException>(() => harness.SearchAsync(_ => Task.FromResult(Samples.Page("1"))));
        Assert.Contains("audit sink", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task F32_a_file_that_cannot_be_opened_withholds_the_answer_until_it_can()
    {
        Directory.CreateDirectory(FilePath); // a folder stands in the way of the file
        await using var sink = new JsonLinesAuditSink(FilePath);
        using var harness = new PipelineHarness(sink: sink);
        await Assert.ThrowsAsync<UnavailableException>(() => harness.SearchAsync(_ => Task.FromResult(Samples.Page("1"))));

        Directory.Delete(FilePath);
        await harness.SearchAsync(_ => Task.FromResult(Samples.Page("1")));
        Assert.Single(await File.ReadAllLinesAsync(FilePath, PipelineHarness.Token));
    }

    [Fact]
    public async Task A_disposed_sink_says_so()
    {
        var sink = new JsonLinesAuditSink(FilePath);
        await sink.DisposeAsync();
        await sink.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await sink.WriteAsync(Sample("1"), PipelineHarness.Token));
    }

    private static string? ItemOf(string line)
    {
        using JsonDocument json = JsonDocument.Parse(line);
        return json.RootElement.GetProperty("item_id").GetString();
    }

    private static AuditRecord Sample(string itemId) => new()
    {
        Timestamp = DateTimeOffset.UnixEpoch,
        Integration = new IntegrationName("confluence", "legal"),
        Operation = "get_content",
        Reader = Samples.Ann.Key,
        Outcome = AuditOutcome.Success,
        ItemId = itemId,
    };
}
