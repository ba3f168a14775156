using System.Net.Sockets;
using System.Text.Json;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Pipeline;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace Navo.Integrations.Core.Tests.Pipeline;

public sealed class TranslationTests : IDisposable
{
    private const string Canary = "canary-7f3a";
    private readonly PipelineHarness _harness = new();

    public void Dispose() => _harness.Dispose();

    [Fact]
    public async Task F09_malformed_json_is_asked_for_once_more_and_then_a_protocol_error_with_operation_and_position()
    {
        int asked = 0;
        ProtocolException error = await Assert.ThrowsAsync<ProtocolException>(() => _harness.SearchAsync(_ =>
        {
            asked++;
            JsonDocument.Parse("{\"results\":[{\"id\":" + Canary);
            throw new InvalidOperationException();
        }));

        Assert.Equal(2, asked);
        Assert.Contains("'search'", error.Message, StringComparison.Ordinal);
        Assert.Contains("line 1, byte 19", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, error.ToString(), StringComparison.Ordinal);
        Assert.Equal("search", error.Operation);
        Assert.Equal(Samples.Confluence, error.Integration);
        Assert.Null(error.InnerException);
    }

    [Fact]
    public async Task F09_what_makes_something_at_the_source_is_not_done_twice_because_its_answer_was_not_understood()
    {
        int asked = 0;
        var call = new IntegrationCall<SearchPage>(AccessContext.Service, _ => throw new InvalidOperationException($"{++asked}", new JsonException("cut")));

        await Assert.ThrowsAsync<ProtocolException>(() => _harness.Pipeline.ExecuteAsync(new IntegrationOperation("create_subscription") { IsRepeatable = false }, call, PipelineHarness.Token));

        Assert.Equal(1, asked);
    }

    [Fact]
    public async Task F09_an_answer_that_is_whole_the_second_time_is_served()
    {
        int asked = 0;
        SearchPage page = await _harness.SearchAsync(_ => ++asked == 1 ? throw new InvalidOperationException("x", new JsonException("cut")) : Task.FromResult(Samples.Page("1")));

        Assert.Equal(2, asked);
        Assert.Single(page.Hits);
        Assert.Equal(0, _harness.Metrics.GetSnapshot().RequestsFailed);
    }

    [Fact]
    public async Task F09_an_empty_answer_is_a_protocol_error() =>
        await Assert.ThrowsAsync<ProtocolException>(() => _harness.SearchAsync(_ => Task.FromResult<SearchPage>(null!)));

    [Fact]
    public async Task F36_a_missing_required_member_is_named_with_its_path()
    {
        ProtocolException error = await Assert.ThrowsAsync<ProtocolException>(() => _harness.SearchAsync(_ =>
            throw new JsonException("JSON deserialization for type 'X' was missing required properties including: 'title', 'id'. Path: $.results[3] | LineNumber: 0.", "$.results[3]", 0, 4)));

        Assert.Contains("missing: 'title', 'id'; at $.results[3]", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_of_the_family_anywhere_in_the_chain_is_thrown_itself_and_located()
    {
        var known = new NotFoundException("absent or not visible") { StatusCode = 404 };
        var wrapped = new AggregateException(new IOException("a"), new InvalidOperationException("b", new HttpRequestException("c", known)));

        NotFoundException error = await Assert.ThrowsAsync<NotFoundException>(() => _harness.SearchAsync(_ => throw wrapped));

        Assert.Same(known, error);
        Assert.Equal("search", error.Operation);
        Assert.Equal(Samples.Confluence, error.Integration);
    }

    public static TheoryData<Exception, Type> Failures => new()
    {
        { new HttpRequestException("refused"), typeof(UnavailableException) },
        { new IOException("reset"), typeof(UnavailableException) },
        { new SocketException(104), typeof(UnavailableException) },
        { new BrokenCircuitException(), typeof(UnavailableException) },
        { new TimeoutException(), typeof(IntegrationTimeoutException) },
        { new TimeoutRejectedException(), typeof(IntegrationTimeoutException) },
        { new TaskCanceledException("HttpClient.Timeout", new TimeoutException()), typeof(IntegrationTimeoutException) },
        { new NullReferenceException(), typeof(ProtocolException) },
        { new InvalidOperationException(Canary), typeof(ProtocolException) },
    };

    [Theory]
    [MemberData(nameof(Failures), DisableDiscoveryEnumeration = true)]
    public async Task Every_failure_becomes_one_of_the_family(Exception failure, Type expected)
    {
        Exception? error = await Record.ExceptionAsync(() => _harness.SearchAsync(_ => throw failure));

        Assert.IsType(expected, error);
        Assert.DoesNotContain(Canary, error.ToString(), StringComparison.Ordinal);
        Assert.Equal("search", ((IntegrationException)error).Operation);
    }

    [Fact]
    public async Task T08_a_cause_of_a_type_that_may_hold_a_request_is_not_kept()
    {
        var failure = new HttpRequestException("refused", new InvalidOperationException(Canary));

        UnavailableException error = await Assert.ThrowsAsync<UnavailableException>(() => _harness.SearchAsync(_ => throw failure));

        Assert.Null(error.InnerException);
    }

    [Fact]
    public async Task T08_neither_query_text_nor_a_vendors_message_reaches_the_log()
    {
        await Record.ExceptionAsync(() => _harness.SearchAsync(_ => throw new InvalidQueryException($"cannot parse {Canary}") { StatusCode = 400, RequestId = "req-1" }, text: Canary));
        await Record.ExceptionAsync(() => _harness.SearchAsync(_ => throw new HttpRequestException(Canary), text: Canary));

        Assert.All(_harness.Logs.GetSnapshot(), line => Assert.DoesNotContain(Canary, line.Message + line.Exception, StringComparison.Ordinal));
        Assert.Contains(_harness.Logs.GetSnapshot(), line => line.Message.Contains("invalid_query, status 400, request req-1", StringComparison.Ordinal));
    }
}
