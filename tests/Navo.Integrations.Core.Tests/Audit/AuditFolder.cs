using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Audit;
using Navo.Integrations.Core.Tests.Pipeline;

namespace Navo.Integrations.Core.Tests.Audit;

/// <summary>A folder for audit files, and records to write into them.</summary>
internal sealed class AuditFolder : IDisposable
{
    public static readonly string Key = Convert.ToBase64String([.. Enumerable.Range(1, 32).Select(static i => (byte)i)]);

    private readonly string _folder = Directory.CreateTempSubdirectory("navo-audit-").FullName;

    public string FilePath => Path.Combine(_folder, "audit.jsonl");

    /// <summary>The files that were set aside, the oldest first.</summary>
    public string[] Aside => [.. Directory.GetFiles(_folder, "audit.*.jsonl").Order(StringComparer.Ordinal)];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    public AuditFileOptions Options(Action<AuditFileOptions>? change = null)
    {
        AuditFileOptions options = new() { Path = FilePath };
        change?.Invoke(options);
        return options;
    }

    public async Task WriteAsync(AuditFileOptions options, params AuditRecord[] records)
    {
        await using JsonLinesAuditSink sink = new(options);
        foreach (AuditRecord record in records)
        {
            await sink.WriteAsync(record, PipelineHarness.Token);
        }
    }

    public Task WriteChainAsync(params string[] items) => WriteAsync(Options(options => options.Chain = true), [.. items.Select(item => Record(item))]);

    public Task<AuditChainReport> VerifyAsync(string? key = null, AuditChainHead? known = null) => AuditChain.VerifyAsync(FilePath, key, known, PipelineHarness.Token);

    public string[] Lines() => File.ReadAllLines(FilePath);

    public void Rewrite(Func<string[], IEnumerable<string>> change) => File.WriteAllText(FilePath, string.Concat(change(Lines()).Select(static line => line + "\n")));

    public static AuditRecord Record(string item, DateTimeOffset? at = null) => new()
    {
        Timestamp = at ?? new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero),
        Integration = new IntegrationName("confluence", "legal"),
        Operation = "get_content",
        Reader = Samples.Ann.Key,
        Outcome = AuditOutcome.Success,
        ItemId = item,
        DisclosedItems = [item],
    };
}
