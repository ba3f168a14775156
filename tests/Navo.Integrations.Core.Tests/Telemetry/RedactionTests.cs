using System.Diagnostics;
using Microsoft.Extensions.Compliance.Redaction;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Access;
using Navo.Integrations.Core.Audit;
using Navo.Integrations.Core.Telemetry;
using Navo.Integrations.Core.Tests.Pipeline;

namespace Navo.Integrations.Core.Tests.Telemetry;

/// <summary>What was searched for is told only where the options let it, and who asked only as the application's redactors leave it.</summary>
public sealed class RedactionTests
{
    private const string Words = "salary of ann";

    [Fact]
    public async Task Row097_the_words_of_a_search_are_in_no_trace_unless_opted_in()
    {
        Assert.Equal([null, null], await TraceAsync(_ => { }));
        Assert.Equal([Words, Words], await TraceAsync(OptIn));
    }

    [Fact]
    public async Task Row097_the_words_of_a_search_pass_the_redactor_of_their_class()
    {
        Assert.Equal([string.Empty, string.Empty], await TraceAsync(static services =>
        {
            OptIn(services);
            services.AddRedaction(); // erases what no redactor is set for
        }));
        Assert.Equal(["<query>", "<query>"], await TraceAsync(static services =>
        {
            OptIn(services);
            services.AddRedaction(static builder => builder.SetRedactor<QueryRedactor>(NavoDataClassifications.QueryText));
        }));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Row097_the_reader_of_an_audit_line_passes_the_redactor_of_its_class(bool isRedacted)
    {
        using PipelineHarness harness = new(configure: services =>
        {
            if (isRedacted)
            {
                services.AddRedaction(static builder => builder.SetRedactor<QueryRedactor>(NavoDataClassifications.Reader));
            }
        });
        FakeLogCollector logs = FakeLogCollector.Create(new FakeLogCollectorOptions());
        LoggerAuditSink sink = new(new LoggerFactory([new FakeLoggerProvider(logs)]), harness.Services.GetRequiredService<TelemetryRedaction>());

        await sink.WriteAsync(
            new() { Timestamp = DateTimeOffset.UnixEpoch, Integration = Samples.Confluence, Operation = "search", Reader = Samples.Ann.Key, Outcome = AuditOutcome.Success }, PipelineHarness.Token);

        Assert.Equal(!isRedacted, logs.LatestRecord.Message.Contains(Samples.Ann.Key, StringComparison.Ordinal));
        Assert.Equal(isRedacted, logs.LatestRecord.Message.Contains("<query>", StringComparison.Ordinal));
    }

    [Fact]
    public void Row097_opting_in_is_a_key_of_the_configuration()
    {
        ServiceCollection services = new();
        services.AddNavoIntegrations().AddSharedConfiguration(
            new ConfigurationBuilder().AddInMemoryCollection([new("Navo:Integrations:Telemetry:IncludeQueryText", "true")]).Build());
        using ServiceProvider provider = services.BuildServiceProvider();
        Assert.Equal("words", provider.GetRequiredService<TelemetryRedaction>().QueryText("words"));
    }

    private static void OptIn(IServiceCollection services) => services.Configure<TelemetryOptions>(static options => options.IncludeQueryText = true);

    /// <summary>The tag of the reader's own search and of the service's below it.</summary>
    private static async Task<string?[]> TraceAsync(Action<IServiceCollection> configure)
    {
        using PipelineHarness harness = new(configure: configure);
        List<Activity> seen = [];
        using ActivityListener listener = new()
        {
            ShouldListenTo = static source => source.Name == "Navo.Integrations.Confluence",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                lock (seen)
                {
                    seen.Add(activity);
                }
            },
        };
        using Activity root = new Activity("root").Start();
        ActivitySource.AddActivityListener(listener);
        GatedReads reads = new(harness.Pipeline, new ReaderGate(harness.Pipeline, static (_, _, _, _) => throw new UnavailableException("down")));
        await reads.SearchAsync(Samples.Search, Samples.Ann, GatedSearch.Of((_, _) => Task.FromResult(Samples.Page()), Words, null, Words), PipelineHarness.Token);
        return [.. seen.Where(one => one.TraceId == root.TraceId).Select(static one => (string?)one.GetTagItem(TelemetryNames.QueryText))];
    }

    private sealed class QueryRedactor : Redactor
    {
        public override int GetRedactedLength(ReadOnlySpan<char> input) => 7;

        public override int Redact(ReadOnlySpan<char> source, Span<char> destination)
        {
            "<query>".CopyTo(destination);
            return 7;
        }
    }
}
