using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence.Tests.Simulated;
using Navo.Integrations.Testing.Confluence;
using Navo.Integrations.Testing.Confluence.Model;

namespace Navo.Integrations.Confluence.Tests.Resources;

public sealed class CommentTests
{
    private const string Restricted = "Probation reviews (leads only)";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(ConfluenceEdition.Cloud, null)]
    [InlineData(ConfluenceEdition.CloudGateway, 1)]
    [InlineData(ConfluenceEdition.DataCenter, null)]
    [InlineData(ConfluenceEdition.DataCenter, 1)]
    public async Task Row017_comments_come_by_thread_with_author_time_quote_and_state(ConfluenceEdition edition, int? maxPageSize)
    {
        await using SimulatedConfluence confluence = await SimulatedConfluence.StartAsync(edition, maxPageSize: maxPageSize);
        SimulatedContent page = confluence.Content(Restricted);
        SimulatedContent first = confluence.Comment(9001, page, "ada", "<p>Is this <strong>still</strong> true?</p>");
        SimulatedContent inline = confluence.Comment(9002, page, "ben", "<p>Typo</p>", new("six mnoths", "resolved"));
        confluence.Comment(9003, page, "ben", "<p>Gone</p>", new("an old sentence", "dangling"));
        SimulatedContent reply = confluence.Comment(9004, first, "ben", "<p>Yes.</p>");
        confluence.Comment(9005, reply, "ada", "<p>Thanks.</p>");
        confluence.Comment(9006, first, "ada", "<p>Or not?</p>");
        confluence.Comment(9007, inline, "ada", "<p>Fixed</p>", new("six mnoths", "resolved"));

        List<ContentComment> comments = await confluence.Client.GetCommentsAsync(confluence.IdOf(Restricted), confluence.Reader("ada"), Token).ToListAsync();

        Assert.Equal(
            ["9001 0", "9004 1", "9005 2", "9006 1", "9002 0", "9007 1", "9003 0"],
            comments.Select(c => $"{c.Id} {c.Depth}"));
        ContentComment question = comments[0];
        Assert.Equal(("Is this **still** true?", "Is this still true?"), (question.Markdown.Trim(), question.PlainText.Trim()));
        Assert.Equal(CommentPlacement.Footer, question.Placement);
        Assert.Equal((confluence.Person("ada").DisplayName, first.Latest.When, first.Latest.When), (question.Author?.DisplayName, question.Created, question.Modified));
        Assert.NotNull(question.Author?.Id);
        Assert.Contains("focusedCommentId=9001", question.WebAddress?.AbsoluteUri, StringComparison.Ordinal);
        Assert.Equal((CommentPlacement.Inline, "six mnoths", CommentResolution.Resolved), (comments[4].Placement, comments[4].AnchorQuote, comments[4].Resolution));
        Assert.Equal((CommentPlacement.Inline, CommentResolution.Dangling), (comments[6].Placement, comments[6].Resolution));
        Assert.Equal([null, "9001", "9004", "9001", null, "9002", null], comments.Select(c => c.ParentId?.Value));
    }

    [Theory]
    [InlineData(ConfluenceEdition.Cloud)]
    [InlineData(ConfluenceEdition.DataCenter)]
    public async Task Row017_an_edited_comment_keeps_its_author_and_both_times(ConfluenceEdition edition)
    {
        await using SimulatedConfluence confluence = await SimulatedConfluence.StartAsync(edition);
        SimulatedContent comment = confluence.Comment(9001, confluence.Content(Restricted), "ada", "<p>Before</p>");
        confluence.Simulator.Site.Edit(9001, confluence.Person("ben").AccountId, "<p>After</p>");

        ContentComment read = Assert.Single(await confluence.Client.GetCommentsAsync(confluence.IdOf(Restricted), AccessContext.Service, Token).ToListAsync());

        Assert.Equal(("After", confluence.Person("ada").DisplayName, comment.Latest.When), (read.PlainText.Trim(), read.Author?.DisplayName, read.Created));
        Assert.True(read.Modified > read.Created);
    }

    [Theory]
    [InlineData(ConfluenceEdition.Cloud)]
    [InlineData(ConfluenceEdition.DataCenter)]
    public async Task Row017_who_may_not_see_the_page_is_told_the_same_as_of_an_absent_one(ConfluenceEdition edition)
    {
        await using SimulatedConfluence confluence = await SimulatedConfluence.StartAsync(edition);
        confluence.Comment(9001, confluence.Content(Restricted), "ada", "<p>Secret</p>");

        NotFoundException denied = await Assert.ThrowsAsync<NotFoundException>(() => ReadAsync(confluence, confluence.IdOf(Restricted), "ben"));
        NotFoundException absent = await Assert.ThrowsAsync<NotFoundException>(() => ReadAsync(confluence, new("999999999"), "ben"));

        Assert.Equal(absent.Message.Replace("999999999", "ID", StringComparison.Ordinal), denied.Message.Replace(confluence.IdOf(Restricted).Value, "ID", StringComparison.Ordinal));
        Assert.Equal((absent.StatusCode, absent.ErrorCode, absent.Remedy), (denied.StatusCode, denied.ErrorCode, denied.Remedy));
    }

    [Theory]
    [InlineData(ConfluenceEdition.Cloud)]
    [InlineData(ConfluenceEdition.DataCenter)]
    public async Task Row017_a_page_outside_the_configured_spaces_looks_absent_to_the_service_too(ConfluenceEdition edition)
    {
        await using SimulatedConfluence confluence = await SimulatedConfluence.StartAsync(edition, configure: o => o.Spaces = ["DOCS"]);
        await Assert.ThrowsAsync<NotFoundException>(() => confluence.Client.GetCommentsAsync(confluence.IdOf(Restricted), AccessContext.Service, Token).ToListAsync());
    }

    [Theory]
    [InlineData(ConfluenceEdition.Cloud)]
    [InlineData(ConfluenceEdition.DataCenter)]
    public async Task Row017_the_id_of_a_comment_is_refused_where_a_page_is_needed(ConfluenceEdition edition)
    {
        await using SimulatedConfluence confluence = await SimulatedConfluence.StartAsync(edition);
        confluence.Comment(9001, confluence.Content(Restricted), "ada", "<p>Secret</p>");
        await Assert.ThrowsAsync<InvalidQueryException>(() => confluence.Client.GetCommentsAsync(new("9001"), AccessContext.Service, Token).ToListAsync());
    }

    private static Task<List<ContentComment>> ReadAsync(SimulatedConfluence confluence, ContentId id, string reader) =>
        confluence.Client.GetCommentsAsync(id, confluence.Reader(reader), Token).ToListAsync();
}
