using Navo.Integrations.Abstractions;
using Navo.Integrations.Testing.Confluence;
using Navo.Integrations.Testing.Confluence.Model;
using Navo.Integrations.Testing.Faults;

namespace Navo.Integrations.Confluence.Tests.Simulated;

/// <summary>Spaces and the page tree, to the end, on every edition.</summary>
public sealed class TreeTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(ConfluenceEdition.Cloud)]
    [InlineData(ConfluenceEdition.CloudGateway)]
    [InlineData(ConfluenceEdition.DataCenter)]
    public async Task Row023_spaces_are_listed_to_the_end_even_where_the_server_gives_one_at_a_time(ConfluenceEdition edition)
    {
        await using SimulatedConfluence confluence = await SimulatedConfluence.StartAsync(edition, maxPageSize: 1);

        List<string> keys = [];
        await foreach (ConfluenceSpace space in confluence.Client.GetSpacesAsync(AccessContext.Service, Token))
        {
            keys.Add(space.Key);
        }

        Assert.Equal(confluence.Simulator.Site.State.Spaces.Keys.Order(), keys.Order());
    }

    [Theory]
    [InlineData(ConfluenceEdition.Cloud)]
    [InlineData(ConfluenceEdition.DataCenter)]
    public async Task Row027_only_the_configured_spaces_are_listed(ConfluenceEdition edition)
    {
        await using SimulatedConfluence confluence = await SimulatedConfluence.StartAsync(edition, configure: o => o.Spaces = ["ENG", "DOCS"]);

        List<string> keys = [];
        await foreach (ConfluenceSpace space in confluence.Client.GetSpacesAsync(AccessContext.Service, Token))
        {
            keys.Add(space.Key);
        }

        Assert.Equal(["DOCS", "ENG"], keys.Order());
    }

    [Theory]
    [InlineData(ConfluenceEdition.Cloud)]
    [InlineData(ConfluenceEdition.CloudGateway)]
    [InlineData(ConfluenceEdition.DataCenter)]
    public async Task Row023_children_are_walked_to_the_end_and_only_those_that_the_reader_may_see(ConfluenceEdition edition)
    {
        await using SimulatedConfluence confluence = await SimulatedConfluence.StartAsync(edition, maxPageSize: 2);
        var children = confluence.Simulator.Site.State.Contents.Values
            .Where(c => c is { ParentId: not null, Type: SimulatedContentType.Page, Status: "current" })
            .GroupBy(c => c.ParentId!.Value);
        SimulatedContent restricted = confluence.Content("Probation reviews (leads only)");
        IGrouping<long, SimulatedContent> family = children.Single(g => g.Any(c => c.Id == restricted.Id));
        ContentId parent = new(family.Key.ToString(System.Globalization.CultureInfo.InvariantCulture));

        HashSet<string> all = await TitlesAsync(confluence, parent, confluence.Reader("ada"));
        HashSet<string> some = await TitlesAsync(confluence, parent, confluence.Reader("ben"));

        Assert.Equal(family.Select(c => c.Title).Order(), all.Order());
        Assert.Contains(restricted.Title, all);
        Assert.DoesNotContain(restricted.Title, some);
    }

    [Fact]
    public async Task Row023_children_whose_checks_go_unanswered_are_a_failure_and_not_an_empty_list()
    {
        await using SimulatedConfluence confluence = await SimulatedConfluence.StartAsync(ConfluenceEdition.Cloud, configure: o => o.Http.MaxRetryAttempts = 0);
        ContentId parent = new(confluence.Content("Probation reviews (leads only)").ParentId!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await confluence.Client.CheckPermissionsAsync(parent, confluence.Reader("ada"), Token);
        confluence.Simulator.Faults.Add("/permission/check", Fault.Status(503), times: int.MaxValue);

        UnavailableException failure = await Assert.ThrowsAsync<UnavailableException>(() => TitlesAsync(confluence, parent, confluence.Reader("ada")));

        Assert.Equal(("get_children", parent.Value), (failure.Operation, failure.ItemId));
    }

    private static async Task<HashSet<string>> TitlesAsync(SimulatedConfluence confluence, ContentId parent, AccessContext reader)
    {
        HashSet<string> titles = [];
        await foreach (ContentAncestor child in confluence.Client.GetChildrenAsync(parent, reader, Token))
        {
            Assert.True(titles.Add(child.Title!), "A child came twice.");
        }

        return titles;
    }
}
