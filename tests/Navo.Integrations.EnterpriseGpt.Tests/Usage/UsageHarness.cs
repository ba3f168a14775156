using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Navo.Integrations.Abstractions;
using Navo.Integrations.EnterpriseGpt.Internal.Usage;

namespace Navo.Integrations.EnterpriseGpt.Tests.Usage;

/// <summary>A meter on 23 November 2026 with options that can be changed under it. gpt-4o costs 2.50 and 10.00 dollars a million tokens then.</summary>
internal sealed class UsageHarness : IDisposable
{
    public const string Model = "gpt-4o";
    public static readonly AccessContext Ada = AccessContext.ForUser(new PrincipalId("entra", "ada"));
    public static readonly AccessContext Ben = AccessContext.ForUser(new PrincipalId("entra", "ben"));
    public static readonly DateOnly Today = new(2026, 11, 23);
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();

    public UsageHarness(IUsageLedger? ledger = null, string instance = "")
    {
        Ledger = ledger ?? new InMemoryUsageLedger();
        UsageContext context = new() { Instance = instance, Logger = NullLogger.Instance, Instruments = new(Meters) };
        Meter = new(() => Options, Ledger, Time, context);
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));

    public EnterpriseGptOptions Options { get; } = new();

    public IUsageLedger Ledger { get; }

    public IMeterFactory Meters => _services.GetRequiredService<IMeterFactory>();

    public UsageMeter Meter { get; }

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public static UsageSubject Of(AccessContext reader, string? tenant = null) => new("generate_response", reader, tenant);

    /// <summary>A call of <paramref name="output"/> tokens of output at 10 dollars a million and none of input: 100,000 are a dollar.</summary>
    public ValueTask<UsageReservation> ReserveAsync(int output, AccessContext? reader = null, string? tenant = null) =>
        Meter.ReserveAsync(Of(reader ?? Ada, tenant), Model, 0, output, Token);

    public static ValueTask<decimal?> SettleAsync(UsageReservation call, int output, string model = Model) =>
        call.SettleAsync(model, new TokenUsage(0, 0, 0, output, 0), TimeSpan.FromSeconds(1), isEstimated: false, Token);

    public async Task SpendAsync(int output, AccessContext? reader = null, string? tenant = null) =>
        await SettleAsync(await ReserveAsync(output, reader, tenant), output);

    public async Task<BudgetState> TotalAsync() =>
        Assert.Single((await Meter.ReadAsync(new UsageQuery(Today, Today), Token)).Budgets, state => state.Scope == BudgetScope.Total);

    public void Dispose() => _services.Dispose();
}
