using System.Text;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Audit;
using Navo.Integrations.Core.Tests.Pipeline;

namespace Navo.Integrations.Core.Tests.Audit;

public sealed class AuditChainTests : IDisposable
{
    private readonly AuditFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(AuditFormat.Navo, false)]
    [InlineData(AuditFormat.Navo, true)]
    [InlineData(AuditFormat.Ocsf, false)]
    [InlineData(AuditFormat.Ocsf, true)]
    public async Task T17_a_chain_holds_across_restarts_and_files(AuditFormat format, bool isKeyed)
    {
        AuditFileOptions options = _folder.Options(o => (o.Format, o.Chain, o.ChainKey, o.MaxBytes) = (format, true, isKeyed ? AuditFolder.Key : null, 4096));
        for (int run = 0; run < 4; run++)
        {
            await _folder.WriteAsync(options, [.. Enumerable.Range(0, 10).Select(i => AuditFolder.Record($"{run}.{i}"))]);
        }

        AuditChainReport report = await _folder.VerifyAsync(isKeyed ? AuditFolder.Key : null);
        Assert.Equal((AuditChainStatus.Intact, 40L, 0L, 1L), (report.Status, report.Lines, report.CutLines, report.FirstSequence!.Value));
        Assert.Equal(40, report.Head!.Value.Sequence);
        Assert.NotEmpty(_folder.Aside);
    }

    [Fact]
    public async Task T17_lines_of_many_at_once_are_complete_and_in_one_order()
    {
        await using (JsonLinesAuditSink sink = new(_folder.Options(o => (o.Chain, o.MaxBytes) = (true, 20_000))))
        {
            await Task.WhenAll(Enumerable.Range(0, 300).Select(i => Task.Run(async () => await sink.WriteAsync(AuditFolder.Record($"{i}"), PipelineHarness.Token), PipelineHarness.Token)));
        }

        AuditChainReport report = await _folder.VerifyAsync();
        Assert.Equal((AuditChainStatus.Intact, 300L), (report.Status, report.Lines));
        IEnumerable<string> lines = _folder.Aside.Append(_folder.FilePath).SelectMany(File.ReadAllLines);
        Assert.Equal(300, lines.Select(line => line[line.IndexOf("\"item_id\"", StringComparison.Ordinal)..line.IndexOf("\"disclosed", StringComparison.Ordinal)]).Distinct().Count());
    }

    [Theory]
    [InlineData("a character", 2)]
    [InlineData("a line taken out", 2)]
    [InlineData("two lines that changed places", 2)]
    [InlineData("a line twice", 3)]
    [InlineData("a foreign line", 2)]
    [InlineData("an empty line", 2)]
    [InlineData("half of a line", 2)]
    [InlineData("the last line", 4)]
    [InlineData("a space at the end", 1)]
    public async Task T17_what_was_changed_is_found_and_named(string change, int line)
    {
        await _folder.WriteChainAsync("1", "2", "3", "4");
        _folder.Rewrite(lines => change switch
        {
            "a character" => [lines[0], lines[1].Replace("\"item_id\":\"2\"", "\"item_id\":\"9\"", StringComparison.Ordinal), .. lines[2..]],
            "a line taken out" => [lines[0], .. lines[2..]],
            "two lines that changed places" => [lines[0], lines[2], lines[1], lines[3]],
            "a line twice" => [lines[0], lines[1], .. lines[1..]],
            "a foreign line" => [lines[0], "{\"whole\":true}", .. lines[1..]],
            "an empty line" => [lines[0], string.Empty, .. lines[1..]],
            "half of a line" => [lines[0], lines[1][..50], .. lines[2..]],
            "the last line" => [.. lines[..3], "{\"item_id\":\"5\"}"],
            _ => [lines[0] + " ", .. lines[1..]],
        });

        AuditChainReport report = await _folder.VerifyAsync();
        Assert.Equal((AuditChainStatus.Broken, _folder.FilePath, (long)line), (report.Status, report.File, report.Line!.Value));
        Assert.DoesNotContain("item_id", report.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(60)]
    [InlineData(-2)]
    public async Task T17_half_a_line_of_a_killed_process_is_no_tampering_and_the_chain_goes_on_behind_it(int length)
    {
        await _folder.WriteChainAsync("1", "2", "3");
        string[] lines = _folder.Lines();
        await File.WriteAllTextAsync(_folder.FilePath, $"{lines[0]}\n{lines[1]}\n{(length < 0 ? lines[2][..^-length] : lines[2][..length])}", PipelineHarness.Token);

        AuditChainReport cut = await _folder.VerifyAsync();
        Assert.Equal((AuditChainStatus.Truncated, 2L, 3L), (cut.Status, cut.Lines, cut.Line!.Value));

        await _folder.WriteChainAsync("3", "4");
        AuditChainReport mended = await _folder.VerifyAsync();
        Assert.Equal((AuditChainStatus.Intact, 4L, 1L), (mended.Status, mended.Lines, mended.CutLines));

        _folder.Rewrite(all => [.. all[..2], .. all[3..]]);
        Assert.Equal(AuditChainStatus.Broken, (await _folder.VerifyAsync()).Status); // what the chain attests can't be taken out any more
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task T17_who_changes_the_end_while_nobody_writes_is_found_after_somebody_wrote_on(bool isForged)
    {
        await _folder.WriteChainAsync("1", "2", "3", "4");
        _folder.Rewrite(lines => isForged ? [.. lines, lines[^1].Replace("\"4\"", "\"7\"", StringComparison.Ordinal)[..^12] + "\"}}"] : [.. lines[..^1], lines[^1][..^5] + "\"}}"]);
        await _folder.WriteChainAsync("5", "6");

        AuditChainReport report = await _folder.VerifyAsync();

        Assert.Equal((AuditChainStatus.Broken, isForged ? 5L : 4L), (report.Status, report.Line));
    }

    [Fact]
    public async Task T17_a_line_without_its_end_is_whole()
    {
        await _folder.WriteChainAsync("1", "2");
        await File.WriteAllTextAsync(_folder.FilePath, (await File.ReadAllTextAsync(_folder.FilePath, PipelineHarness.Token)).TrimEnd('\n'), PipelineHarness.Token);
        Assert.Equal((AuditChainStatus.Intact, 2L), ((await _folder.VerifyAsync()).Status, (await _folder.VerifyAsync()).Lines));

        await _folder.WriteChainAsync("3");
        AuditChainReport report = await _folder.VerifyAsync();
        Assert.Equal((AuditChainStatus.Intact, 3L, 0L), (report.Status, report.Lines, report.CutLines));
    }

    [Fact]
    public async Task T17_lines_that_were_taken_away_at_the_end_are_missed_by_who_knows_the_head()
    {
        await _folder.WriteChainAsync("1", "2", "3");
        AuditChainHead known = (await _folder.VerifyAsync()).Head!.Value;
        await _folder.WriteChainAsync("4");
        Assert.Equal(AuditChainStatus.Intact, (await _folder.VerifyAsync(known: known)).Status);

        _folder.Rewrite(lines => lines[..2]);
        Assert.Equal(AuditChainStatus.Intact, (await _folder.VerifyAsync()).Status);
        Assert.Equal(AuditChainStatus.Truncated, (await _folder.VerifyAsync(known: known)).Status);

        await _folder.WriteChainAsync("another 3", "4");
        AuditChainReport written = await _folder.VerifyAsync(known: known);
        Assert.Equal((AuditChainStatus.Broken, 3L), (written.Status, written.Line!.Value));
    }

    [Fact]
    public async Task T17_who_lacks_the_key_can_make_no_line()
    {
        await _folder.WriteAsync(_folder.Options(o => (o.Chain, o.ChainKey) = (true, AuditFolder.Key)), AuditFolder.Record("1"));
        await _folder.WriteChainAsync("2");

        AuditChainReport report = await _folder.VerifyAsync(AuditFolder.Key);
        Assert.Equal((AuditChainStatus.Broken, 2L, 1L), (report.Status, report.Line!.Value, report.Lines));
        Assert.Equal(1, (await _folder.VerifyAsync()).Line);
    }

    [Fact]
    public async Task A_chain_can_begin_behind_lines_that_have_none()
    {
        await _folder.WriteAsync(_folder.Options(), AuditFolder.Record(new string('x', 100_000)), AuditFolder.Record("2"));
        await _folder.WriteChainAsync("3");
        AuditChainReport report = await _folder.VerifyAsync();
        Assert.Equal((AuditChainStatus.Intact, 1L, 2L), (report.Status, report.Lines, report.CutLines));

        await _folder.WriteChainAsync(new string('y', 200_000)); // the end of the chain is looked for in ever larger pieces
        await _folder.WriteChainAsync("5");
        Assert.Equal((AuditChainStatus.Intact, 3L), ((await _folder.VerifyAsync()).Status, (await _folder.VerifyAsync()).Lines));
    }

    [Fact]
    public async Task T17_older_files_that_are_gone_are_told_and_a_file_out_of_the_middle_is_missed()
    {
        AuditFileOptions options = _folder.Options(o => (o.Chain, o.MaxBytes) = (true, 4096));
        await _folder.WriteAsync(options, [.. Enumerable.Range(0, 40).Select(i => AuditFolder.Record($"{i}"))]);
        string[] aside = _folder.Aside;
        Assert.True(aside.Length >= 3);

        File.Delete(aside[0]);
        AuditChainReport later = await _folder.VerifyAsync();
        Assert.Equal(AuditChainStatus.Intact, later.Status);
        Assert.True(later.FirstSequence > 1);

        File.Delete(aside[2]);
        Assert.Equal(AuditChainStatus.Broken, (await _folder.VerifyAsync()).Status);
    }

    [Fact]
    public async Task T17_a_second_writer_is_shut_out_as_long_as_the_first_has_the_file()
    {
        JsonLinesAuditSink first = new(_folder.Options(o => o.Chain = true));
        await first.WriteAsync(AuditFolder.Record("1"), PipelineHarness.Token);
        await using JsonLinesAuditSink second = new(_folder.Options(o => o.Chain = true));
        await Assert.ThrowsAsync<IOException>(async () => await second.WriteAsync(AuditFolder.Record("2"), PipelineHarness.Token));

        await first.DisposeAsync();
        await second.WriteAsync(AuditFolder.Record("2"), PipelineHarness.Token);
        Assert.Equal((AuditChainStatus.Intact, 2L), ((await _folder.VerifyAsync()).Status, (await _folder.VerifyAsync()).Lines));
    }

    [Fact]
    public async Task Nothing_to_verify_and_a_wrong_key_are_said()
    {
        await Assert.ThrowsAsync<FileNotFoundException>(() => _folder.VerifyAsync());
        await Assert.ThrowsAsync<ConfigurationException>(() => _folder.VerifyAsync("c2hvcnQ="));
        await File.WriteAllBytesAsync(_folder.FilePath, [], PipelineHarness.Token);
        Assert.Equal((AuditChainStatus.Intact, 0L), ((await _folder.VerifyAsync()).Status, (await _folder.VerifyAsync()).Lines));
        await File.WriteAllBytesAsync(_folder.FilePath, [0xFF, 0xFE, 0, (byte)'\n', .. Encoding.UTF8.GetBytes("{\"chain\":7}\n[]\n")], PipelineHarness.Token);
        Assert.Equal((AuditChainStatus.Broken, 1L), ((await _folder.VerifyAsync()).Status, (await _folder.VerifyAsync()).Line!.Value));
    }
}
