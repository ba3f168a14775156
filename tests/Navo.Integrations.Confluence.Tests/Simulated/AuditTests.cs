using Navo.Integrations.Abstractions;
using Navo.Integrations.Testing.Confluence;

namespace Navo.Integrations.Confluence.Tests.Simulated;

/// <summary>One record for each access, with the decision under which it was read.</summary>
public sealed class AuditTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(ConfluenceEdition.Cloud)]
    [InlineData(ConfluenceEdition.DataCenter)]
    public async Task Row084_A_read_is_recorded_once_with_the_decision_that_allowed_it(ConfluenceEdition edition)
    {
        await using SimulatedConfluence confluence = await SimulatedConfluence.StartAsync(edition);
        ContentId id = confluence.IdOf("Salary review notes");

        await confluence.Client.GetContentAsync(id, confluence.Reader("ada"), Token);

        AuditRecord record = Assert.Single(confluence.Output.AuditRecords);
        Assert.Equal(("get_content", AuditOutcome.Success, id.Value), (record.Operation, record.Outcome, record.ItemId));
        Assert.Equal((PermissionOutcome.Allow, PermissionReason.Granted), (record.Decision, record.Reason));
        Assert.Equal([id.Value], record.DisclosedItems);
        Assert.Equal(confluence.Reader("ada").Key, record.Reader);
    }

    [Theory]
    [InlineData(ConfluenceEdition.Cloud)]
    [InlineData(ConfluenceEdition.DataCenter)]
    public async Task Row084_A_refusal_is_recorded_with_its_reason_and_discloses_nothing(ConfluenceEdition edition)
    {
        await using SimulatedConfluence confluence = await SimulatedConfluence.StartAsync(edition);
        ContentId id = confluence.IdOf("Salary review notes");

        await Assert.ThrowsAsync<NotFoundException>(() => confluence.Client.GetContentAsync(id, confluence.Reader("ben"), Token));

        AuditRecord record = Assert.Single(confluence.Output.AuditRecords);
        Assert.Equal((AuditOutcome.Denied, "not_found", PermissionOutcome.Deny), (record.Outcome, record.ErrorType, record.Decision));
        Assert.NotNull(record.Reason);
        Assert.Empty(record.DisclosedItems);
    }

    [Fact]
    public async Task Row084_A_search_is_recorded_with_what_it_disclosed_to_the_reader_and_no_more()
    {
        await using SimulatedConfluence confluence = await SimulatedConfluence.StartAsync(ConfluenceEdition.Cloud);

        SearchPage page = await confluence.Client.SearchAsync(new("salary review notes"), confluence.Reader("ben"), Token);

        AuditRecord record = Assert.Single(confluence.Output.AuditRecords);
        Assert.Equal(("search", AuditOutcome.Success), (record.Operation, record.Outcome));
        Assert.Equal(page.Hits.Select(hit => hit.Id.Value), record.DisclosedItems);
        Assert.DoesNotContain(confluence.IdOf("Salary review notes").Value, record.DisclosedItems);
    }
}
