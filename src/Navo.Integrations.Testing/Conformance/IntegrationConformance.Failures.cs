using Navo.Integrations.Abstractions;
using Xunit;

namespace Navo.Integrations.Testing.Conformance;

public abstract partial class IntegrationConformance
{
    /// <summary>Each way in which a source fails has its own exception, which says where it happened and what to do.</summary>
    /// <param name="fault">What the source does.</param>
    /// <param name="expected">The exception.</param>
    /// <param name="isTransient">Whether trying again can help; null where either may be right.</param>
    /// <returns>The test.</returns>
    [Theory]
    [InlineData(ConformanceFault.Unauthorized, typeof(AuthenticationException), false)]
    [InlineData(ConformanceFault.Forbidden, typeof(PermissionException), false)]
    [InlineData(ConformanceFault.NotFound, typeof(NotFoundException), false)]
    [InlineData(ConformanceFault.TooManyRequests, typeof(ThrottledException), true)]
    [InlineData(ConformanceFault.ServerError, typeof(UnavailableException), true)]
    [InlineData(ConformanceFault.ServiceUnavailable, typeof(UnavailableException), true)]
    [InlineData(ConformanceFault.Garbage, typeof(ProtocolException), null)]
    [InlineData(ConformanceFault.Reset, typeof(UnavailableException), true)]
    public async Task A_failure_of_the_source_has_its_name(ConformanceFault fault, Type expected, bool? isTransient)
    {
        await using ConformanceHarness harness = await CreateHarnessAsync();
        Inject(harness, fault);
        ContentId item = harness.World.VisibleItem;

        Exception? failure = await Record.ExceptionAsync(() => harness.FinishAsync(harness.Integration.GetContentAsync(item, AccessContext.Service, Token)));

        Assert.IsType(expected, failure);
        IntegrationException named = (IntegrationException)failure!;
        Assert.Equal((harness.Integration.Name, item.Value), (named.Integration, named.ItemId));
        Assert.False(string.IsNullOrEmpty(named.Operation), "The failure does not say which operation failed.");
        Assert.False(string.IsNullOrEmpty(named.Remedy), "The failure does not say what to do.");
        Assert.Equal(isTransient ?? named.IsTransient, named.IsTransient);
    }

    /// <summary>A source that does not answer is given up when the deadline passes.</summary>
    /// <returns>The test.</returns>
    [Fact]
    public async Task A_source_that_hangs_is_a_timeout()
    {
        await using ConformanceHarness harness = await CreateHarnessAsync();
        Assert.SkipUnless(harness.HasDeadline, "The integration has no deadline.");
        Inject(harness, ConformanceFault.Hang);
        ContentId item = harness.World.VisibleItem;

        var failure = await Assert.ThrowsAsync<IntegrationTimeoutException>(
            () => harness.FinishAsync(harness.Integration.GetContentAsync(item, AccessContext.Service, Token)));

        Assert.True(failure.IsTransient);
        Assert.Equal(harness.Integration.Name, failure.Integration);
    }

    /// <summary>A failed search is a failure, not an empty page.</summary>
    /// <param name="fault">What the source does.</param>
    /// <returns>The test.</returns>
    [Theory]
    [InlineData(ConformanceFault.Unauthorized)]
    [InlineData(ConformanceFault.Forbidden)]
    [InlineData(ConformanceFault.ServerError)]
    [InlineData(ConformanceFault.Garbage)]
    [InlineData(ConformanceFault.Reset)]
    public async Task A_failed_search_is_never_an_empty_page(ConformanceFault fault)
    {
        await using ConformanceHarness harness = await CreateHarnessAsync();
        Inject(harness, fault);

        await Assert.ThrowsAnyAsync<IntegrationException>(
            () => harness.FinishAsync(harness.Integration.SearchAsync(harness.World.LongQuery, harness.World.Insider, Token)));
    }

    /// <summary>A permission that cannot be asked for is unknown, so denied, and not thrown.</summary>
    /// <param name="fault">What the source does.</param>
    /// <returns>The test.</returns>
    [Theory]
    [InlineData(ConformanceFault.Unauthorized)]
    [InlineData(ConformanceFault.TooManyRequests)]
    [InlineData(ConformanceFault.ServerError)]
    [InlineData(ConformanceFault.Garbage)]
    [InlineData(ConformanceFault.Reset)]
    public async Task A_permission_that_cannot_be_asked_for_is_unknown(ConformanceFault fault)
    {
        await using ConformanceHarness harness = await CreateHarnessAsync();
        Inject(harness, fault);

        PermissionDecision decision = await harness.FinishAsync(
            harness.Integration.CheckPermissionsAsync(harness.World.VisibleItem, harness.World.Insider, Token));

        Assert.Equal(PermissionOutcome.Unknown, decision.Outcome);
        Assert.False(decision.IsAllowed);
    }

    /// <summary>Health reports a source that is down and never throws.</summary>
    /// <param name="fault">What the source does.</param>
    /// <returns>The test.</returns>
    [Theory]
    [InlineData(ConformanceFault.Unauthorized)]
    [InlineData(ConformanceFault.Forbidden)]
    [InlineData(ConformanceFault.TooManyRequests)]
    [InlineData(ConformanceFault.ServerError)]
    [InlineData(ConformanceFault.ServiceUnavailable)]
    [InlineData(ConformanceFault.Garbage)]
    [InlineData(ConformanceFault.Reset)]
    public async Task Health_reports_a_source_that_is_down(ConformanceFault fault)
    {
        await using ConformanceHarness harness = await CreateHarnessAsync();
        Inject(harness, fault);

        IntegrationHealth health = await harness.FinishAsync(harness.Integration.CheckHealthAsync(Token));

        Assert.NotEqual(HealthState.Healthy, health.Status);
        Assert.False(string.IsNullOrEmpty(health.Description), "Health does not say what was found.");
    }
}
