using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Navo.Integrations.EnterpriseGpt.Internal.Usage;

namespace Navo.Integrations.EnterpriseGpt.Tests.Usage;

public sealed class UsageRegistrationTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Row090_An_application_replaces_the_ledger_before_or_after_us(bool isBefore)
    {
        InMemoryUsageLedger own = new();
        IServiceCollection services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 0, 0, 0, TimeSpan.Zero)));
        if (isBefore)
        {
            services.AddSingleton<IUsageLedger>(own);
        }

        UsageRegistration.AddUsage(services);
        if (!isBefore)
        {
            services.AddSingleton<IUsageLedger>(own);
        }

        await using ServiceProvider provider = services.BuildServiceProvider();
        UsageMeter meter = UsageRegistration.CreateMeter(provider, "legal", static () => new EnterpriseGptOptions());
        await meter.RecordCachedAsync(UsageHarness.Of(UsageHarness.Ada), UsageHarness.Model, UsageHarness.Token);

        Assert.Equal("legal", Assert.Single(await own.ReadAsync(UsageHarness.Today, UsageHarness.Today, UsageHarness.Token)).Key.Instance);
    }

    [Fact]
    public async Task Row090_Without_one_the_ledger_is_in_memory_and_a_region_costs_more_where_told()
    {
        IServiceCollection services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 0, 0, 0, TimeSpan.Zero)));
        UsageRegistration.AddUsage(services);
        await using ServiceProvider provider = services.BuildServiceProvider();
        EnterpriseGptOptions options = new() { Budgets = new() { Total = 10 } };
        UsageMeter meter = UsageRegistration.CreateMeter(provider, string.Empty, () => options, isRegional: true);

        UsageReservation call = await meter.ReserveAsync(UsageHarness.Of(UsageHarness.Ada), UsageHarness.Model, 0, 100_000, UsageHarness.Token);

        Assert.IsType<InMemoryUsageLedger>(provider.GetRequiredService<IUsageLedger>());
        Assert.Equal(1.1m, Assert.Single((await meter.ReadAsync(new(UsageHarness.Today, UsageHarness.Today), UsageHarness.Token)).Budgets).Reserved);
        Assert.Equal(1.1m, await UsageHarness.SettleAsync(call, 100_000));
    }
}
