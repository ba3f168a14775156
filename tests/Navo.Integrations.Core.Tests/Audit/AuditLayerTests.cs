using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Audit;
using Navo.Integrations.Core.Pipeline;
using Navo.Integrations.Core.Tests.Pipeline;

namespace Navo.Integrations.Core.Tests.Audit;

public sealed class AuditLayerTests : IDisposable
{
    private readonly PipelineHarness _harness = new();

    public void Dispose() => _harness.Dispose();

    [Fact]
    public async Task T17_the_record_is_written_before_the_answer_is_handed_out()
    {
        var gate = new TaskCompletionSource();
        _harness.Audit.Gate = gate.Task;
        Task<SearchPage> call = _harness.SearchAsync(_ => Task.FromResult(Samples.Page("1", "2")));

        Assert.False(call.IsCompleted);
        gate.SetResult();
        await call;

        AuditRecord record = Assert.Single(_harness.Audit.Records);
        Assert.Equal(["1", "2"], record.DisclosedItems);
        Assert.Equal((AuditOutcome.Success, "search", "user:atlassian:ann", false), (record.Outcome, record.Operation, record.Reader, record.FromCache));
        Assert.Equal(_harness.Time.GetUtcNow(), record.Timestamp);
    }

    [Fact]
    public async Task Row084_an_answer_out_of_the_cache_is_a_disclosure_too()
    {
        var call = new IntegrationCall<KnowledgeContent>(Samples.Ann, _ => Task.FromResult(Samples.Content()), "7") { ItemId = "7" };
        await _harness.Pipeline.ExecuteAsync(Samples.GetContent, call, PipelineHarness.Token);
        await _harness.Pipeline.ExecuteAsync(Samples.GetContent, call, PipelineHarness.Token);

        AuditRecord[] records = [.. _harness.Audit.Records];
        Assert.Equal([false, true], records.Select(record => record.FromCache));
        Assert.All(records, record => Assert.Equal(["7"], record.DisclosedItems));
        Assert.All(records, record => Assert.Equal("7", record.ItemId));
    }

    [Theory]
    [InlineData(PermissionOutcome.Allow, AuditOutcome.Success)]
    [InlineData(PermissionOutcome.Deny, AuditOutcome.Denied)]
    [InlineData(PermissionOutcome.Unknown, AuditOutcome.Denied)]
    public async Task Row084_a_decision_is_recorded_with_its_reason(PermissionOutcome decision, AuditOutcome expected)
    {
        var call = new IntegrationCall<PermissionDecision>(Samples.Ann, _ => Task.FromResult(Samples.Decision(decision)), "7") { ItemId = "7" };
        await _harness.Pipeline.ExecuteAsync(Samples.Check, call, PipelineHarness.Token);

        AuditRecord record = Assert.Single(_harness.Audit.Records);
        Assert.Equal((expected, decision, Samples.Decision(decision).Reason), (record.Outcome, record.Decision, record.Reason));
        Assert.Empty(record.DisclosedItems);
    }

    [Theory]
    [InlineData(typeof(NotFoundException), true, AuditOutcome.Denied, "not_found")]
    [InlineData(typeof(PermissionException), true, AuditOutcome.Denied, "permission")]
    [InlineData(typeof(NotFoundException), false, AuditOutcome.Failed, "not_found")]
    [InlineData(typeof(UnavailableException), true, AuditOutcome.Failed, "unavailable")]
    public async Task Row084_a_refusal_and_a_failure_are_told_apart(Type failure, bool isUser, AuditOutcome expected, string errorType)
    {
        var thrown = (Exception)Activator.CreateInstance(failure, "x", null)!;
        await Record.ExceptionAsync(() => _harness.SearchAsync(_ => throw thrown, reader: isUser ? Samples.Ann : AccessContext.Service));

        AuditRecord record = Assert.Single(_harness.Audit.Records);
        Assert.Equal((expected, errorType), (record.Outcome, record.ErrorType));
    }

    [Fact]
    public async Task F32_an_answer_without_a_record_is_withheld_when_the_trail_fails_closed()
    {
        _harness.Audit.Failure = new IOException("disk full: canary");

        UnavailableException error = await Assert.ThrowsAsync<UnavailableException>(() => _harness.SearchAsync(_ => Task.FromResult(Samples.Page("1"))));

        Assert.Contains("audit sink", error.Message, StringComparison.Ordinal);
        Assert.Contains("FailClosed", error.Remedy, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", error.ToString(), StringComparison.Ordinal);
        Assert.Equal("search", error.Operation);
        Assert.Equal(1, _harness.Metrics.GetSnapshot().RequestsFailed);
    }

    [Fact]
    public async Task F32_an_answer_without_a_record_is_handed_out_and_the_gap_logged_when_the_options_say_so()
    {
        _harness.SetAudit(options => options.FailClosed = false);
        _harness.Audit.Failure = new IOException("disk full");

        Assert.Single((await _harness.SearchAsync(_ => Task.FromResult(Samples.Page("1")))).Hits);
        Assert.Contains(_harness.Logs.GetSnapshot(), line => line.Level == LogLevel.Error && line.Message.Contains("audit sink", StringComparison.Ordinal));
    }

    [Fact]
    public async Task F32_a_sink_that_hangs_counts_as_failed_after_its_time()
    {
        _harness.Audit.Gate = new TaskCompletionSource().Task;
        Task<SearchPage> call = _harness.SearchAsync(_ => Task.FromResult(Samples.Page("1")));
        _harness.Time.Advance(TimeSpan.FromSeconds(5));

        UnavailableException error = await Assert.ThrowsAsync<UnavailableException>(() => call);
        Assert.Contains("audit sink", error.Message, StringComparison.Ordinal);
        Assert.True(_harness.Audit.Token.IsCancellationRequested); // nobody waits in its queue any more
    }

    [Fact]
    public async Task F32_a_sink_that_fails_does_not_cover_up_the_failure_of_the_call()
    {
        _harness.Audit.Failure = new IOException("disk full");
        await Assert.ThrowsAsync<NotFoundException>(() => _harness.SearchAsync(_ => throw new NotFoundException("gone")));
    }

    [Fact]
    public async Task An_operation_that_is_not_audited_writes_nothing()
    {
        var call = new IntegrationCall<string>(AccessContext.Service, _ => Task.FromResult("fine"));
        await _harness.Pipeline.ExecuteAsync(new IntegrationOperation("check_health") { IsAudited = false }, call, PipelineHarness.Token);
        Assert.Empty(_harness.Audit.Records);
    }

    [Fact]
    public async Task The_record_names_the_trace_it_belongs_to()
    {
        using var activity = new Activity("outer").SetIdFormat(ActivityIdFormat.W3C).Start();
        await _harness.SearchAsync(_ => Task.FromResult(Samples.Page("1")));
        Assert.Equal(activity.TraceId.ToString(), Assert.Single(_harness.Audit.Records).TraceId);
    }

    [Fact]
    public async Task Row084_the_default_sink_writes_one_structured_line_without_query_text()
    {
        FakeLogCollector logs = FakeLogCollector.Create(new FakeLogCollectorOptions());
        var sink = new LoggerAuditSink(new LoggerFactory([new FakeLoggerProvider(logs)]));
        using var harness = new PipelineHarness(sink: sink);
        await harness.SearchAsync(_ => Task.FromResult(Samples.Page("1", "2")), text: "canary-text");

        FakeLogRecord line = Assert.Single(logs.GetSnapshot());
        Assert.Equal(LoggerAuditSink.Category, line.Category);
        Assert.Equal("Success: search of confluence for user:atlassian:ann; disclosed=1,2", line.Message);
    }

    [Fact]
    public async Task The_default_sink_is_not_asked_when_its_level_is_off()
    {
        FakeLogCollector logs = FakeLogCollector.Create(new FakeLogCollectorOptions());
        using ILoggerFactory factory = LoggerFactory.Create(logging => logging.AddProvider(new FakeLoggerProvider(logs)).SetMinimumLevel(LogLevel.Warning));
        var sink = new LoggerAuditSink(factory);
        using var harness = new PipelineHarness(sink: sink);
        await harness.SearchAsync(_ => Task.FromResult(Samples.Page("1")));

        Assert.False(sink.IsEnabled);
        Assert.Empty(logs.GetSnapshot());
    }
}
