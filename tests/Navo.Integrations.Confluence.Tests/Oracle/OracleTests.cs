using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence.Internal;
using Navo.Integrations.Core.Access;
using Navo.Integrations.Core.Pipeline;

namespace Navo.Integrations.Confluence.Tests.Oracle;

/// <summary>The product's decisions against the truth, over generated tenants. A failure names its seed.</summary>
public sealed class OracleTests
{
    private const int Tenants = 10_000;
    private const int FaultyTenants = 4_000;

    [Fact]
    public async Task Row059_Ten_thousand_tenants_have_no_leak_and_no_wrong_denial()
    {
        ConcurrentBag<string> wrong = [];
        int[] decided = await OverAsync(Tenants, faultRate: 0, (tenant, user, item, decision) =>
        {
            PermissionOutcome truth = BruteForce.MayView(tenant, user, item) ? PermissionOutcome.Allow : PermissionOutcome.Deny;
            if (decision.Outcome != truth)
            {
                wrong.Add($"seed {tenant.Seed}, user {user}, {item.Type} {item.Id}: {decision.Outcome} ({decision.Reason} {decision.Detail}) instead of {truth}");
            }
        });

        Assert.True(wrong.IsEmpty, string.Join('\n', wrong.Take(5)));
        Assert.All(decided, count => Assert.True(count > 10_000, $"Only {count} decisions of a kind."));
    }

    [Fact]
    public async Task Row060_With_faults_there_is_still_no_leak_and_every_other_denial_is_true_or_unknown()
    {
        ConcurrentBag<string> wrong = [];
        int[] decided = await OverAsync(FaultyTenants, faultRate: 0.15, (tenant, user, item, decision) =>
        {
            if (decision.IsAllowed && !BruteForce.MayView(tenant, user, item))
            {
                wrong.Add($"leak: seed {tenant.Seed}, user {user}, {item.Type} {item.Id} ({decision.Reason})");
            }
        });

        Assert.True(wrong.IsEmpty, string.Join('\n', wrong.Take(5)));
        Assert.All(decided, count => Assert.True(count > 1_000, $"Only {count} decisions of a kind."));
    }

    [Fact]
    public void The_oracle_finds_the_page_that_wins_outright() =>
        Assert.True(Differences(NaiveAlgorithms.PageWins).Leaks > 1_000);

    [Fact]
    public void The_oracle_finds_the_ancestor_that_was_passed_over() =>
        Assert.True(Differences((tenant, user, item) => NaiveAlgorithms.UnreadableIsUnrestricted(tenant, user, item, id => (id + tenant.Seed) % 4 != 0)).Leaks > 1_000);

    [Fact]
    public void The_oracle_finds_the_flat_intersection() =>
        Assert.True(Differences(NaiveAlgorithms.FlatIntersection).WrongDenials > 1_000);

    private static (int Leaks, int WrongDenials) Differences(Func<Tenant, int, Tenant.Item, bool> algorithm)
    {
        int leaks = 0, denials = 0;
        foreach (Tenant tenant in Enumerable.Range(0, Tenants).Select(TenantGenerator.Make))
        {
            foreach ((int user, Tenant.Item item) in Pairs(tenant))
            {
                bool truth = BruteForce.MayView(tenant, user, item), said = algorithm(tenant, user, item);
                leaks += said && !truth ? 1 : 0;
                denials += truth && !said ? 1 : 0;
            }
        }

        return (leaks, denials);
    }

    private static IEnumerable<(int User, Tenant.Item Item)> Pairs(Tenant tenant) =>
        Enumerable.Range(0, tenant.Users).SelectMany(user => tenant.Items.Select(item => (user, item)));

    /// <summary>Asks the product about every user and item of every tenant.</summary>
    /// <returns>How often it came to allow and to deny, and with faults to unknown too.</returns>
    private static async Task<int[]> OverAsync(int tenants, double faultRate, Action<Tenant, int, Tenant.Item, PermissionDecision> verify)
    {
        await using ServiceProvider services = new ServiceCollection().AddNavoIntegrations().Services.BuildServiceProvider();
        ConfluenceOptions options = new() { Cache = { Enabled = false } };
        IIntegrationPipeline pipeline = services.GetRequiredService<IIntegrationPipelineFactory>().Create(new("confluence", string.Empty), () => options);
        InnerReads reads = new(pipeline);
        ConfluenceDeskContext context = new(pipeline.Name, "https://wiki.test", TimeProvider.System);
        int[] outcomes = new int[3];
        await Parallel.ForEachAsync(Enumerable.Range(0, tenants), TestContext.Current.CancellationToken, async (seed, token) =>
        {
            Tenant tenant = TenantGenerator.Make(seed);
            var api = TenantApi.Over(tenant, faultRate);
            DataCenterAccess access = new(api, new DataCenterPolicies(api, reads, TimeProvider.System), reads, context);
            foreach ((int user, Tenant.Item item) in Pairs(tenant))
            {
                PermissionDecision decision = await AskAsync(access, context, user, item, token);
                Interlocked.Increment(ref outcomes[(int)decision.Outcome]);
                verify(tenant, user, item, decision);
            }
        });
        return faultRate > 0 ? outcomes : [.. outcomes.Skip(1)];
    }

    /// <summary>As the gate asks: a failure is unknown.</summary>
    private static async Task<PermissionDecision> AskAsync(DataCenterAccess access, ConfluenceDeskContext context, int user, Tenant.Item item, CancellationToken token)
    {
        ContentId id = new(item.Id.ToString(CultureInfo.InvariantCulture));
        AccessContext reader = AccessContext.ForUser(new(PrincipalSchemes.ConfluenceUsername, $"u{user}"));
        try
        {
            return await access.CheckAsync(id, reader, token);
        }
        catch (IntegrationException failure)
        {
            return context.Decide(id, reader, PermissionReason.SourceFailed, failure.Message);
        }
    }
}
