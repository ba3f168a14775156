using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Pipeline;
using Navo.Integrations.Core.Tests.Pipeline;

namespace Navo.Integrations.Core.Tests.Telemetry;

public sealed class CardinalityTests
{
    private const int Readers = 10_000;
    private const string Instance = "cardinality";

    [Fact]
    public async Task Row082_ten_thousand_readers_with_as_many_questions_and_items_make_no_more_series_than_one()
    {
        using PipelineHarness harness = new();
        IIntegrationPipeline pipeline = harness.PipelineOf($"confluence:{Instance}");
        ConcurrentDictionary<string, bool> series = new(StringComparer.Ordinal);
        using MeterListener listener = Listen(series);
        await AskAsync(pipeline, 0);
        string[] one = [.. series.Keys.Order(StringComparer.Ordinal)];

        for (int reader = 1; reader < Readers; reader++)
        {
            await AskAsync(pipeline, reader);
        }

        Assert.NotEmpty(one);
        Assert.Equal(one, series.Keys.Order(StringComparer.Ordinal));
        Assert.DoesNotContain(series.Keys, static line => line.Contains("reader-", StringComparison.Ordinal) || line.Contains("words-", StringComparison.Ordinal) || line.Contains("item-", StringComparison.Ordinal));
    }

    /// <summary>A search, a decision and a failure of one reader.</summary>
    private static async Task AskAsync(IIntegrationPipeline pipeline, int number)
    {
        AccessContext reader = AccessContext.ForUser(new("test", $"reader-{number}"));
        ContentId item = new($"item-{number}");
        await pipeline.ExecuteAsync(Samples.Search, new IntegrationCall<SearchPage>(reader, _ => Task.FromResult(Samples.Page($"item-{number}")), $"words-{number}"), PipelineHarness.Token);
        await pipeline.ExecuteAsync(Samples.Check, new IntegrationCall<PermissionDecision>(reader, _ => Task.FromResult(Decision(item, reader)), item.Value) { ItemId = item.Value }, PipelineHarness.Token);
        await Record.ExceptionAsync(() => pipeline.ExecuteAsync(Samples.Search, new IntegrationCall<SearchPage>(reader, _ => throw new NotFoundException($"item-{number}"), $"other words-{number}"), PipelineHarness.Token));
    }

    private static PermissionDecision Decision(ContentId item, AccessContext reader) => new()
    {
        Item = item,
        Reader = reader,
        Outcome = PermissionOutcome.Allow,
        Reason = PermissionReason.Granted,
        CheckedAt = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero),
    };

    private static MeterListener Listen(ConcurrentDictionary<string, bool> series)
    {
        MeterListener listener = new()
        {
            InstrumentPublished = static (instrument, listener) =>
            {
                if (instrument.Meter.Name.StartsWith("Navo.", StringComparison.Ordinal))
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Note(Line(instrument, tags)));
        listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Note(Line(instrument, tags)));
        listener.Start();
        return listener;

        void Note(string line) => _ = !line.Contains($"navo.instance={Instance}", StringComparison.Ordinal) || series.TryAdd(line, true); // other tests measure too
    }

    private static string Line(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        $"{instrument.Name} {string.Join(' ', tags.ToArray().OrderBy(static tag => tag.Key, StringComparer.Ordinal).Select(static tag => $"{tag.Key}={tag.Value}"))}";
}
