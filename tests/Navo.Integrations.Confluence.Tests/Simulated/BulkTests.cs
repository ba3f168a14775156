using Navo.Integrations.Abstractions;
using Navo.Integrations.Testing.Confluence;
using Navo.Integrations.Testing.Faults;

namespace Navo.Integrations.Confluence.Tests.Simulated;

public sealed class BulkTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<ConfluenceEdition> Editions { get; } = [ConfluenceEdition.Cloud, ConfluenceEdition.DataCenter];

    [Theory, MemberData(nameof(Editions))]
    public async Task Many_contents_come_in_order_each_with_its_content_or_its_own_failure(ConfluenceEdition edition)
    {
        await using SimulatedConfluence confluence = await SimulatedConfluence.StartAsync(edition);
        ContentId seen = confluence.IdOf("Deployment process"), denied = confluence.IdOf("Salary review notes"), absent = new("987654321");

        List<BatchItem<ContentId, KnowledgeContent>> items = await ListAsync(
            confluence.Client.GetContentsAsync([seen, denied, absent, default, seen], confluence.Reader("ben"), cancellationToken: Token));

        Assert.Equal([seen, denied, absent, default, seen], items.Select(i => i.Key));
        Assert.Equal("Deployment process", items[0].Get().Metadata.Title);
        Assert.Same(items[0].Value, items[4].Value);
        Assert.Equal(
            [null, typeof(NotFoundException), typeof(NotFoundException), typeof(InvalidQueryException), null],
            items.Select(i => i.Error?.GetType()));
    }

    [Theory, MemberData(nameof(Editions))]
    public async Task Many_searches_fail_one_by_one(ConfluenceEdition edition)
    {
        await using SimulatedConfluence confluence = await SimulatedConfluence.StartAsync(edition);

        List<BatchItem<SearchQuery, SearchPage>> items = await ListAsync(
            confluence.Client.SearchManyAsync([new("release"), new("x") { Limit = 0 }, new("deployment")], AccessContext.Service, new() { MaxParallelism = 2 }, Token));

        Assert.Equal([true, false, true], items.Select(i => i.Value is not null));
        Assert.IsType<InvalidQueryException>(items[1].Error);
    }

    [Theory, MemberData(nameof(Editions))]
    public async Task Row057_Many_questions_are_each_decided_and_a_failure_is_unknown(ConfluenceEdition edition)
    {
        await using SimulatedConfluence confluence = await SimulatedConfluence.StartAsync(edition, configure: o => o.Http.MaxRetryAttempts = 0);
        ContentId seen = confluence.IdOf("Deployment process"), restricted = confluence.IdOf("Salary review notes"), broken = confluence.IdOf("Roll back a release");
        confluence.Simulator.Faults.Add($"/content/{broken}/", Fault.Status(500), times: int.MaxValue);

        List<BatchItem<PermissionQuestion, PermissionDecision>> items = await ListAsync(confluence.Client.CheckPermissionsManyAsync(
            [new(seen, confluence.Reader("ben")), new(restricted, confluence.Reader("ben")), new(restricted, confluence.Reader("ada")), new(broken, confluence.Reader("ada"))],
            new() { AsCompleted = true },
            Token));

        Assert.Equal(
            [PermissionOutcome.Allow, PermissionOutcome.Deny, PermissionOutcome.Allow, PermissionOutcome.Unknown],
            items.OrderBy(i => i.Index).Select(i => i.Get().Outcome));
    }

    private static async Task<List<T>> ListAsync<T>(IAsyncEnumerable<T> items)
    {
        List<T> all = [];
        await foreach (T item in items)
        {
            all.Add(item);
        }

        return all;
    }
}
