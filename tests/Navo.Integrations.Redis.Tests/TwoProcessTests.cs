using System.Globalization;
using Navo.Integrations.Redis.Internal;
using Navo.Integrations.Testing.Confluence;
using Navo.Integrations.Testing.Confluence.Model;
using StackExchange.Redis;

namespace Navo.Integrations.Redis.Tests;

/// <summary>Two processes keep one copy of a site; one is killed.</summary>
public sealed class TwoProcessTests(RedisServer server)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_worker_is_killed_the_other_takes_over_and_the_copy_ends_up_as_the_site_is()
    {
        await using RedisConnection redis = server.Connect();
        await using ConfluenceSimulator simulator = await ConfluenceSimulator.StartAsync(new() { MaxPageSize = 4 }, Token);
        Dictionary<string, string> environment = new()
        {
            ["WORKER_SITE"] = simulator.BaseUrl.AbsoluteUri,
            ["WORKER_USER"] = simulator.Username,
            ["WORKER_TOKEN"] = simulator.ApiToken,
            ["WORKER_REDIS"] = server.ConnectionString,
            ["WORKER_PREFIX"] = redis.Options.KeyPrefix,
        };
        await using WorkerProcess first = WorkerProcess.Start(environment, standAfter: 10, runs: 1);
        await first.UntilAsync(line => line == "standing");
        await using WorkerProcess second = WorkerProcess.Start(environment, standAfter: 0, runs: 2);
        await second.UntilAsync(line => line.StartsWith("Elsewhere", StringComparison.Ordinal)); // what the first has, it leaves alone

        string[] told = [.. first.Lines.Where(line => line.StartsWith("told", StringComparison.Ordinal)).Select(line => line[5..])];
        string[] changed = Change(simulator.Site, told);
        await first.KillAsync();
        await second.UntilAsync(line => line == "finished");

        HashEntry[] copy = await redis.AskAsync(db => db.HashGetAllAsync(redis.Key("copy")), Token);
        Assert.Equal(Expected(simulator.Site), copy.Select(entry => $"{entry.Name}|{entry.Value}").Order(StringComparer.Ordinal));
        string taken = second.Lines.First(line => line.StartsWith("Elsewhere", StringComparison.Ordinal)).Replace("Elsewhere", "Complete", StringComparison.Ordinal);
        string[] before = [.. second.Lines.TakeWhile(line => line != taken)];
        Assert.NotEqual(second.Lines.Count, before.Length);
        Assert.DoesNotContain(before, line => told.Except(changed).Contains(line.Replace("told ", string.Empty, StringComparison.Ordinal))); // it goes on where the first stood
    }

    /// <summary>An edit and a deletion, of a page with nothing below it, of what the first worker has told already.</summary>
    private static string[] Change(ConfluenceSite site, string[] told)
    {
        long[] ids = [.. told.Select(id => long.Parse(id, CultureInfo.InvariantCulture))];
        long deleted = ids.First(id => !site.State.Contents.Values.Any(content => content.ParentId == id));
        long edited = ids.First(id => id != deleted);
        site.Edit(edited, site.State.Users.Values.First(user => user.IsAdministrator).AccountId, "<p>other</p>");
        site.Put(site.State.Contents[deleted] with { Status = "trashed" });
        return [$"{deleted}", $"{edited}"];
    }

    private static IEnumerable<string> Expected(ConfluenceSite site) => site.State.Contents.Values
        .Where(content => content.Type is SimulatedContentType.Page or SimulatedContentType.BlogPost && content.Status is "current" or "archived" && content.File is null && content.Type is SimulatedContentType.Page or SimulatedContentType.BlogPost)
        .Select(content => $"{content.Id}|{content.SpaceKey}|{content.Latest.Number}|{content.Title}")
        .Order(StringComparer.Ordinal);
}
