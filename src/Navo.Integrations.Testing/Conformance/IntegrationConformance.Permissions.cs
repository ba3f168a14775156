using Navo.Integrations.Abstractions;
using Xunit;

namespace Navo.Integrations.Testing.Conformance;

public abstract partial class IntegrationConformance
{
    /// <summary>An item is shown to the reader who may see it, in every operation.</summary>
    /// <returns>The test.</returns>
    [Fact]
    public async Task An_item_is_shown_to_whom_it_is_granted()
    {
        await using ConformanceHarness harness = await CreateHarnessAsync();
        ConformanceWorld world = harness.World;

        await ShownAsync(harness, world.RestrictedItem, world.Insider);
        await ShownAsync(harness, world.VisibleItem, world.Outsider);
        Assert.Contains(world.RestrictedItem, await FoundAsync(harness, world.RestrictedQuery, world.Insider));
    }

    /// <summary>An item is hidden from the reader who may not see it, in every operation.</summary>
    /// <returns>The test.</returns>
    [Fact]
    public async Task An_item_is_hidden_from_whom_it_is_denied()
    {
        await using ConformanceHarness harness = await CreateHarnessAsync();
        ConformanceWorld world = harness.World;

        await HiddenAsync<NotFoundException>(harness, world.RestrictedItem, world.Outsider);
        Assert.DoesNotContain(world.RestrictedItem, await FoundAsync(harness, world.RestrictedQuery, world.Outsider));
    }

    /// <summary>The service sees what any reader sees.</summary>
    /// <returns>The test.</returns>
    [Fact]
    public async Task The_service_sees_everything()
    {
        await using ConformanceHarness harness = await CreateHarnessAsync();
        ConformanceWorld world = harness.World;

        await ShownAsync(harness, world.VisibleItem, AccessContext.Service);
        await ShownAsync(harness, world.RestrictedItem, AccessContext.Service);
        Assert.Contains(world.RestrictedItem, await FoundAsync(harness, world.RestrictedQuery, AccessContext.Service));
    }

    /// <summary>An item that is absent is denied to everybody, the service included.</summary>
    /// <returns>The test.</returns>
    [Fact]
    public async Task An_absent_item_is_not_found()
    {
        await using ConformanceHarness harness = await CreateHarnessAsync();
        ConformanceWorld world = harness.World;

        await HiddenAsync<NotFoundException>(harness, world.AbsentItem, world.Insider);
        await HiddenAsync<NotFoundException>(harness, world.AbsentItem, AccessContext.Service);
    }

    /// <summary>Nothing tells a reader whether an item is denied or absent: neither type nor text nor any property of the failure.</summary>
    /// <returns>The test.</returns>
    [Fact]
    public async Task Denied_and_absent_look_the_same()
    {
        await using ConformanceHarness harness = await CreateHarnessAsync();
        (ContentId denied, ContentId absent, AccessContext reader) = (harness.World.RestrictedItem, harness.World.AbsentItem, harness.World.Outsider);
        IIntegration integration = harness.Integration;

        Assert.Equal(
            await LookAsync(harness, integration.GetContentAsync(absent, reader, Token)),
            await LookAsync(harness, integration.GetContentAsync(denied, reader, Token)));
        Assert.Equal(
            await LookAsync(harness, integration.GetMetadataAsync(absent, reader, Token)),
            await LookAsync(harness, integration.GetMetadataAsync(denied, reader, Token)));
    }

    /// <summary>What cannot be decided is not shown.</summary>
    /// <returns>The test.</returns>
    [Fact]
    public async Task An_unknown_permission_is_no_permission()
    {
        await using ConformanceHarness harness = await CreateHarnessAsync();
        ConformanceWorld world = harness.World;
        Assert.SkipUnless(world.UndecidableItem is not null, "The world has no item whose permissions cannot be decided.");

        await HiddenAsync<IntegrationException>(harness, world.UndecidableItem.Value, world.Outsider);
        Assert.DoesNotContain(world.UndecidableItem.Value, await FoundAsync(harness, world.LongQuery, world.Outsider));
        Assert.DoesNotContain(world.UndecidableItem.Value, await FoundAsync(harness, world.RestrictedQuery, world.Outsider));
    }

    private static async Task ShownAsync(ConformanceHarness harness, ContentId item, AccessContext reader)
    {
        IIntegration integration = harness.Integration;
        PermissionDecision decision = await harness.FinishAsync(integration.CheckPermissionsAsync(item, reader, Token));
        Assert.True(decision.IsAllowed, $"{reader} is refused: {decision.Reason}, {decision.Detail}.");
        Assert.Equal(item, (await harness.FinishAsync(integration.GetContentAsync(item, reader, Token))).Metadata.Id);
        Assert.Equal(item, (await harness.FinishAsync(integration.GetMetadataAsync(item, reader, Token))).Id);
    }

    private static async Task HiddenAsync<T>(ConformanceHarness harness, ContentId item, AccessContext reader)
        where T : IntegrationException
    {
        IIntegration integration = harness.Integration;
        PermissionDecision decision = await harness.FinishAsync(integration.CheckPermissionsAsync(item, reader, Token));
        Assert.False(decision.IsAllowed, $"{reader} is allowed: {decision.Reason}, {decision.Detail}.");
        await Assert.ThrowsAnyAsync<T>(() => harness.FinishAsync(integration.GetContentAsync(item, reader, Token)));
        await Assert.ThrowsAnyAsync<T>(() => harness.FinishAsync(integration.GetMetadataAsync(item, reader, Token)));
    }

    private static async Task<string> LookAsync<T>(ConformanceHarness harness, Task<T> call)
    {
        var e = await Assert.ThrowsAsync<NotFoundException>(() => harness.FinishAsync(call));
        string look = $"{e.Message}|{e.StatusCode}|{e.ErrorCode}|{e.IsTransient}|{e.Remedy}|{e.Operation}|{e.InnerException?.GetType()}|{e.InnerException?.Message}";
        return look.Replace(e.ItemId ?? "(no item)", "#", StringComparison.Ordinal);
    }
}
