using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence.Tests.Resources;
using Navo.Integrations.Confluence.Tests.Simulated;
using Navo.Integrations.Testing.Confluence;
using Navo.Integrations.Testing.Confluence.Model;
using Navo.Integrations.Testing.Faults;

namespace Navo.Integrations.Confluence.Tests.BadInput;

/// <summary>Questions that can't be answered as they are asked.</summary>
public sealed class BadQueryTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<ConfluenceEdition> Editions { get; } = [ConfluenceEdition.Cloud, ConfluenceEdition.DataCenter];

    [Theory]
    [MemberData(nameof(Editions))]
    public async Task Malformed_cql_is_an_invalid_query_before_it_is_sent(ConfluenceEdition edition)
    {
        await using SimulatedConfluence confluence = await SimulatedConfluence.StartAsync(edition);
        Assert.Throws<InvalidQueryException>(() => Cql.Raw("type = page and (title ~ "));
        Assert.Empty(confluence.Simulator.Requests);
    }

    [Theory]
    [MemberData(nameof(Editions))]
    public async Task Cql_that_the_server_does_not_understand_is_an_invalid_query_with_its_reason(ConfluenceEdition edition)
    {
        await using SimulatedConfluence confluence = await SimulatedConfluence.StartAsync(edition);
        foreach (AccessContext reader in (AccessContext[])[AccessContext.Service, confluence.Reader("ada")])
        {
            InvalidQueryException refused = await Assert.ThrowsAsync<InvalidQueryException>(() => confluence.Client.SearchContentAsync(new(Cql.Raw("no_such_field = 1")), reader, Token));
            Assert.Equal((400, false), (refused.StatusCode, refused.IsTransient));
        }
    }

    [Theory]
    [MemberData(nameof(Editions))]
    public async Task An_unknown_space_is_absent_or_holds_nothing(ConfluenceEdition edition)
    {
        await using SimulatedConfluence confluence = await SimulatedConfluence.StartAsync(edition);
        await Assert.ThrowsAsync<NotFoundException>(() => confluence.Client.GetSpacePermissionsAsync("NOPE", AccessContext.Service, Token));
        Assert.Empty((await confluence.Client.SearchAsync(new("release") { Containers = ["NOPE"] }, AccessContext.Service, Token)).Hits);
        Assert.Empty(await confluence.Client.TrackContentFreshnessAsync(FreshnessScope.Space("NOPE"), AccessContext.Service, cancellationToken: Token).ToListAsync());
        Assert.Equal(LinkOutcome.NotFound, Assert.Single(await confluence.Client.ResolveLinksAsync(["NOPE:Deployment process"], AccessContext.Service, Token)).Outcome);
    }

    [Theory]
    [MemberData(nameof(Editions))]
    public async Task An_unknown_space_among_the_configured_ones_is_named_by_health(ConfluenceEdition edition)
    {
        await using SimulatedConfluence confluence = await SimulatedConfluence.StartAsync(edition, configure: options => options.Spaces = ["ENG", "NOPE"]);
        IntegrationHealth health = await confluence.Client.CheckHealthAsync(Token);
        Assert.Equal(HealthState.Degraded, health.Status);
        Assert.Contains(health.Features, f => f.Name == "spaces" && f.Detail.Contains("NOPE", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Editions))]
    public async Task The_id_of_a_comment_is_an_invalid_query_where_a_page_is_needed(ConfluenceEdition edition)
    {
        await using SimulatedConfluence confluence = await SimulatedConfluence.StartAsync(edition);
        confluence.Comment(9400, confluence.Content("Deployment process"), "ada", "<p>x</p>");
        foreach (AccessContext reader in (AccessContext[])[AccessContext.Service, confluence.Reader("ada")])
        {
            await Assert.ThrowsAsync<InvalidQueryException>(() => confluence.Client.GetContentAsync(new("9400"), reader, Token));
            await Assert.ThrowsAsync<InvalidQueryException>(() => confluence.Client.GetVersionsAsync(new("9400"), reader, Token).ToListAsync());
            await Assert.ThrowsAsync<InvalidQueryException>(() => confluence.Client.DownloadAttachmentAsync(new("9400"), reader, Token));
        }
    }

    [Theory]
    [MemberData(nameof(Editions))]
    public async Task A_restricted_page_and_one_that_was_purged_are_not_found(ConfluenceEdition edition)
    {
        await using SimulatedConfluence confluence = await SimulatedConfluence.StartAsync(edition);
        SimulatedContent page = confluence.Content("Deployment process");
        await Assert.ThrowsAsync<NotFoundException>(() => confluence.Client.GetContentAsync(confluence.IdOf("Salary review notes"), confluence.Reader("ben"), Token));
        confluence.Simulator.Site.Remove(page.Id);
        foreach (AccessContext reader in (AccessContext[])[AccessContext.Service, confluence.Reader("ada")])
        {
            await Assert.ThrowsAsync<NotFoundException>(() => confluence.Client.GetContentAsync(Discussion.Id(page.Id), reader, Token));
            PermissionDecision decision = await confluence.Client.CheckPermissionsAsync(Discussion.Id(page.Id), reader, Token);
            Assert.Equal((PermissionOutcome.Deny, PermissionReason.NotFoundOrNotVisible), (decision.Outcome, decision.Reason));
        }
    }

    [Theory]
    [MemberData(nameof(Editions))]
    public async Task F17_A_search_whose_cursor_expired_is_an_invalid_query_and_not_an_end(ConfluenceEdition edition)
    {
        await using SimulatedConfluence confluence = await SimulatedConfluence.StartAsync(edition);
        foreach (AccessContext reader in (AccessContext[])[AccessContext.Service, confluence.Reader("ada")])
        {
            SearchPage first = await confluence.Client.SearchAsync(new("release") { Limit = 2 }, reader, Token);
            confluence.Simulator.Faults.Add("/search", Fault.Status(400, """{"statusCode":400,"message":"The cursor has expired."}"""));
            InvalidQueryException expired = await Assert.ThrowsAsync<InvalidQueryException>(() =>
                confluence.Client.SearchAsync(new("release") { Limit = 2, Continuation = first.Continuation }, reader, Token));
            Assert.Contains("expired", expired.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Editions))]
    public async Task F17_A_list_whose_cursor_expired_is_an_error_and_never_half_a_list(ConfluenceEdition edition)
    {
        await using SimulatedConfluence confluence = await SimulatedConfluence.StartAsync(edition, maxPageSize: 1);
        string position = edition == ConfluenceEdition.Cloud ? "cursor=" : "start=1";
        confluence.Simulator.Faults.Add(position, Fault.Status(400, """{"errors":[{"status":400,"code":"INVALID_REQUEST_PARAMETER","title":"The cursor has expired."}]}"""), times: int.MaxValue);
        await Assert.ThrowsAsync<InvalidQueryException>(() => confluence.Client.GetSpacesAsync(AccessContext.Service, Token).ToListAsync());
    }
}
