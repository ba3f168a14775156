using Navo.Integrations.Abstractions;
using Xunit;

namespace Navo.Integrations.Testing.Conformance;

public abstract partial class IntegrationConformance
{
    private const string QueryCanary = "quetzalcanary";

    /// <summary>Whatever the source does, no secret and no text of a query reaches a log, a trace, a metric, an audit record or an exception.</summary>
    /// <param name="fault">What the source does; null for nothing.</param>
    /// <returns>The test.</returns>
    [Theory]
    [InlineData(null)]
    [InlineData(ConformanceFault.Unauthorized)]
    [InlineData(ConformanceFault.Forbidden)]
    [InlineData(ConformanceFault.NotFound)]
    [InlineData(ConformanceFault.TooManyRequests)]
    [InlineData(ConformanceFault.ServerError)]
    [InlineData(ConformanceFault.Garbage)]
    [InlineData(ConformanceFault.Reset)]
    public async Task No_secret_leaves_the_integration(ConformanceFault? fault)
    {
        await using ConformanceHarness harness = await CreateHarnessAsync();
        Assert.SkipUnless(harness.Secrets.Count > 0, "The harness names no secrets.");
        if (fault is { } given)
        {
            Inject(harness, given);
        }

        SearchQuery canary = new(QueryCanary);
        List<Exception> failures = await FailuresAsync(harness, canary);

        string output = string.Join('\n', failures.Append<object>(harness.CapturedOutput));
        Assert.All(harness.Secrets, secret => Assert.False(output.Contains(secret, StringComparison.OrdinalIgnoreCase), "A secret leaked."));
        Assert.False(output.Contains(QueryCanary, StringComparison.OrdinalIgnoreCase), "The text of a query leaked.");
    }

    /// <summary>No failure carries the request, whose headers hold the credentials.</summary>
    /// <param name="fault">What the source does.</param>
    /// <returns>The test.</returns>
    [Theory]
    [InlineData(ConformanceFault.Unauthorized)]
    [InlineData(ConformanceFault.Forbidden)]
    [InlineData(ConformanceFault.ServerError)]
    [InlineData(ConformanceFault.Garbage)]
    [InlineData(ConformanceFault.Reset)]
    public async Task No_failure_carries_a_request(ConformanceFault fault)
    {
        await using ConformanceHarness harness = await CreateHarnessAsync();
        Inject(harness, fault);

        foreach (Exception failure in await FailuresAsync(harness, harness.World.LongQuery))
        {
            for (Exception? cause = failure; cause is not null; cause = cause.InnerException)
            {
                Assert.DoesNotContain(cause.GetType().GetProperties(), property => property.PropertyType == typeof(HttpRequestMessage));
            }
        }
    }

    private static async Task<List<Exception>> FailuresAsync(ConformanceHarness harness, SearchQuery query)
    {
        List<Exception> failures = [];
        var calls = Operations;
        calls["search"] = (integration, world, token) => integration.SearchAsync(query, world.Insider, token);
        calls["refresh"] = (integration, _, token) => integration.RefreshCredentialsAsync(token);
        foreach (var call in calls.Values)
        {
            Exception? failure = await harness.FinishAsync(Record.ExceptionAsync(() => call(harness.Integration, harness.World, Token)).AsTask());
            failures.AddRange(failure is null ? [] : [failure]);
        }

        return failures;
    }
}
