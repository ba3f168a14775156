using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence.Tests.Client;
using RichardSzalay.MockHttp;

namespace Navo.Integrations.Confluence.Tests.Resources;

/// <summary>Odd answers to questions about comments.</summary>
public sealed class CommentAnswerTests : IAsyncDisposable
{
    private const string Footers = "/wiki/api/v2/pages/42/footer-comments";
    private readonly ConfluenceHost _host = new();

    public CommentAnswerTests()
    {
        _host.Answer("/wiki/api/v2/pages/42", """{"id":"42","status":"current","title":"Runbook","spaceId":"900","version":{"number":7}}""");
        _host.Answer("/wiki/api/v2/spaces/900", """{"id":"900","key":"ENG","name":"Engineering"}""");
        _host.Answer("/wiki/api/v2/pages/42/inline-comments", """{"results":[]}""");
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{"results":[],"_links":{"next":"https://evil.example/wiki/api/v2/x?cursor=a"}}""")]
    [InlineData("""{"_links":{}}""")]
    [InlineData("""{"results":[{"id":"1","version":{"number":1}}]}""")]
    [InlineData("""{"results":[{"id":"1","body":{"storage":{"value":"<p>x</p>"}}}]}""")]
    [InlineData("""{"results":[{"version":{"number":1},"body":{"storage":{"value":"<p>x</p>"}}}]}""")]
    public async Task Row017_an_answer_that_makes_no_sense_is_never_half_a_thread(string answer)
    {
        _host.Answer(Footers, answer);
        _host.Answer("/wiki/api/v2/footer-comments/1/children", """{"results":[]}""");
        if (answer.Contains("evil", StringComparison.Ordinal))
        {
            // An empty page ends the walk: its link is not even looked at.
            Assert.Empty(await ReadAsync());
            return;
        }

        await Assert.ThrowsAsync<ProtocolException>(ReadAsync);
    }

    [Fact]
    public async Task Row017_a_next_link_to_another_host_is_refused()
    {
        _host.Answer(Footers, """{"results":[{"id":"1","version":{"number":1},"body":{"storage":{"value":"<p>x</p>"}}}],"_links":{"next":"https://evil.example/wiki/api/v2/x?cursor=a"}}""");
        await Assert.ThrowsAsync<ProtocolException>(ReadAsync);
    }

    [Fact]
    public async Task Row017_replies_that_lead_back_to_their_beginning_are_refused()
    {
        _host.Answer(Footers, """{"results":[{"id":"1","parentCommentId":"2","version":{"number":1},"body":{"storage":{"value":"<p>x</p>"}}},{"id":"2","parentCommentId":"1","version":{"number":1},"body":{"storage":{"value":"<p>x</p>"}}}]}""");
        _host.Wire.When(_host.Absolute("/wiki/api/v2/footer-comments/*")).Respond("application/json", """{"results":[]}""");
        await Assert.ThrowsAsync<ProtocolException>(ReadAsync);
    }

    [Fact]
    public async Task Row017_a_first_version_that_was_removed_leaves_author_and_time_unknown()
    {
        _host.Answer(Footers, """{"results":[{"id":"1","version":{"number":3,"createdAt":"2026-11-02T08:00:00Z","authorId":"editor"},"body":{"storage":{"value":"<p>x</p>"}}}]}""");
        _host.Answer("/wiki/api/v2/footer-comments/1/children", """{"results":[]}""");
        _host.Answer("/wiki/api/v2/footer-comments/1/versions/1", "{}", System.Net.HttpStatusCode.NotFound);

        ContentComment comment = Assert.Single(await ReadAsync());

        Assert.Equal(((PersonRef?)null, (DateTimeOffset?)null), (comment.Author, comment.Created));
        Assert.Equal(2, comment.Modified?.Day);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private Task<List<ContentComment>> ReadAsync() => _host.Client.GetCommentsAsync(new("42"), AccessContext.Service, Token).ToListAsync();
}
