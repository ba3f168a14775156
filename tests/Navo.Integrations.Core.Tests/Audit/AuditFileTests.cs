using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Audit;
using Navo.Integrations.Core.Pipeline;
using Navo.Integrations.Core.Tests.Pipeline;

namespace Navo.Integrations.Core.Tests.Audit;

/// <summary>Files that are set aside, and what happens when one can't be written.</summary>
public sealed class AuditFileTests : IDisposable
{
    private static readonly DateTimeOffset Evening = new(2026, 3, 1, 23, 59, 59, TimeSpan.Zero);

    private readonly AuditFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_file_that_is_full_is_set_aside_and_every_record_is_in_one_of_them()
    {
        AuditFileOptions options = _folder.Options(o => o.MaxBytes = 4096);
        await _folder.WriteAsync(options, [.. Enumerable.Range(0, 30).Select(i => AuditFolder.Record($"{i}"))]);
        await _folder.WriteAsync(options, AuditFolder.Record(new string('x', 5000)), AuditFolder.Record("30"));

        Assert.Equal([.. Enumerable.Range(0, 30).Select(i => $"{i}"), new string('x', 5000), "30"], Items([.. _folder.Aside, _folder.FilePath]));
        Assert.All(_folder.Aside.Where(file => Items([file])[0].Length < 5000), file => Assert.InRange(new FileInfo(file).Length, 1, 4096));
        Assert.EndsWith("audit.000001.2026-03-01.jsonl", _folder.Aside[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_day_has_a_file_of_its_own_and_a_record_that_comes_late_opens_no_old_one()
    {
        AuditFileOptions options = _folder.Options(o => o.Daily = true);
        await _folder.WriteAsync(options, AuditFolder.Record("1", Evening), AuditFolder.Record("2", Evening.AddSeconds(1)), AuditFolder.Record("3", Evening));
        File.SetLastWriteTimeUtc(_folder.FilePath, Evening.AddSeconds(1).UtcDateTime);
        await _folder.WriteAsync(options, AuditFolder.Record("4", Evening.AddHours(1)), AuditFolder.Record("5", Evening.AddDays(2)));

        Assert.Equal(["1"], Items([_folder.Aside[0]]));
        Assert.Equal(["2", "3", "4"], Items([_folder.Aside[1]]));
        Assert.Equal(["5"], Items([_folder.FilePath]));
        Assert.Equal(["audit.000001.2026-03-01.jsonl", "audit.000002.2026-03-02.jsonl"], _folder.Aside.Select(Path.GetFileName));
    }

    [Fact]
    public async Task Old_files_are_deleted_only_when_that_is_asked_for()
    {
        AuditRecord[] days = [.. Enumerable.Range(0, 5).Select(day => AuditFolder.Record($"{day}", Evening.AddDays(day)))];
        await _folder.WriteAsync(_folder.Options(o => o.Daily = true), days[..4]);
        Assert.Equal(3, _folder.Aside.Length);
        await File.WriteAllTextAsync(Path.Combine(Path.GetDirectoryName(_folder.FilePath)!, "audit.000001.notes.jsonl"), "mine", PipelineHarness.Token);
        File.SetLastWriteTimeUtc(_folder.FilePath, Evening.AddDays(3).UtcDateTime);

        await _folder.WriteAsync(_folder.Options(o => (o.Daily, o.KeepFiles) = (true, 2)), days[4]);
        Assert.Equal(["audit.000001.notes.jsonl", "audit.000003.2026-03-03.jsonl", "audit.000004.2026-03-04.jsonl"], _folder.Aside.Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_number_is_given_once_even_if_its_file_was_taken_elsewhere()
    {
        AuditFileOptions options = _folder.Options(o => o.MaxBytes = 4096);
        HashSet<string> names = [];
        for (int i = 0; i < 3; i++)
        {
            await _folder.WriteAsync(options, [.. Enumerable.Range(0, 50).Select(n => AuditFolder.Record($"{i}.{n}"))]);
            string[] aside = [.. _folder.Aside];
            Assert.NotEmpty(aside);
            Assert.All(aside, file => Assert.True(names.Add(Path.GetFileName(file)), file));
            Array.ForEach(aside, File.Delete);
        }
    }

    [Fact]
    public async Task F32_a_file_that_cannot_be_set_aside_withholds_the_answer_until_it_can()
    {
        await using JsonLinesAuditSink sink = new(_folder.Options(o => (o.Chain, o.Daily) = (true, true)));
        await sink.WriteAsync(AuditFolder.Record("1", new(2026, 2, 28, 0, 0, 0, TimeSpan.Zero)), PipelineHarness.Token);
        string obstacle = _folder.FilePath.Replace(".jsonl", ".000001.2026-02-28.jsonl", StringComparison.Ordinal);
        Directory.CreateDirectory(obstacle);
        using PipelineHarness harness = new(sink: sink);

        await Assert.ThrowsAsync<UnavailableException>(() => harness.SearchAsync(_ => Task.FromResult(Samples.Page("1"))));
        Assert.Single(_folder.Lines());

        Directory.Delete(obstacle);
        Assert.Single((await harness.SearchAsync(_ => Task.FromResult(Samples.Page("1")))).Hits);
        Assert.Equal((AuditChainStatus.Intact, 2L), ((await _folder.VerifyAsync()).Status, (await _folder.VerifyAsync()).Lines));
        Assert.Single(_folder.Aside);
    }

    [Fact]
    public async Task F32_a_full_disk_withholds_the_answer_of_a_chained_trail_too()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "There is no device that is always full.");
        File.CreateSymbolicLink(_folder.FilePath, "/dev/full");
        await using JsonLinesAuditSink sink = new(_folder.Options(o => o.Chain = true));
        using PipelineHarness harness = new(sink: sink);
        await Assert.ThrowsAsync<UnavailableException>(() => harness.SearchAsync(_ => Task.FromResult(Samples.Page("1"))));
    }

    [Fact]
    public async Task A_file_in_the_options_takes_the_trail_and_a_sink_of_the_application_goes_before_it()
    {
        await using (ServiceProvider services = Services())
        {
            await services.GetRequiredService<IAuditSink>().WriteAsync(AuditFolder.Record("1"), PipelineHarness.Token);
        }

        Assert.Single(_folder.Lines());
        RecordingAuditSink own = new();
        using ServiceProvider other = Services(services => services.AddSingleton<IAuditSink>(own));
        Assert.Same(own, other.GetRequiredService<IAuditSink>());

        ServiceProvider Services(Action<IServiceCollection>? configure = null)
        {
            ServiceCollection services = new();
            configure?.Invoke(services);
            services.AddIntegrationPipeline().Configure<AuditOptions>(options => options.File.Path = _folder.FilePath);
            return services.BuildServiceProvider();
        }
    }

    [Fact]
    public async Task A_sink_can_be_closed_without_waiting_for_a_task()
    {
        JsonLinesAuditSink sink = new(_folder.Options());
        await sink.WriteAsync(AuditFolder.Record("1"), PipelineHarness.Token);
        Dispose(sink);
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await sink.WriteAsync(AuditFolder.Record("2"), PipelineHarness.Token));

        static void Dispose(IDisposable disposable) => disposable.Dispose();
    }

    [Fact]
    public void Options_that_cannot_work_are_refused_by_their_key_and_show_no_secret()
    {
        var refused = Assert.Throws<ConfigurationException>(() => new JsonLinesAuditSink(new AuditFileOptions { ChainKey = "hush", MaxBytes = 10, KeepFiles = 0 }));
        foreach (string key in new[] { "Path is missing", "ChainKey must be", "Chain must be", "MaxBytes must be", "KeepFiles must be" })
        {
            Assert.Contains($"Navo:Integrations:Audit:File:{key}", refused.Message, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("hush", refused.ToString(), StringComparison.Ordinal);
    }

    private static string[] Items(string[] files) => [.. files.SelectMany(File.ReadAllLines).Select(line =>
    {
        using JsonDocument json = JsonDocument.Parse(line);
        return json.RootElement.GetProperty("item_id").GetString()!;
    })];
}
