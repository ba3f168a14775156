using System.Net;
using Navo.Integrations.Abstractions;
using RichardSzalay.MockHttp;

namespace Navo.Integrations.Confluence.Tests.Client;

public sealed class CloudContentTests : IAsyncDisposable
{
    private readonly ConfluenceHost _host = new(o => o.Spaces = ["ENG"]);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Row015_a_page_is_put_together_from_body_space_ancestors_labels_attachments_and_people()
    {
        ArrangePage("42");

        ConfluencePage page = await _host.Client.GetPageContentAsync(new("42"), AccessContext.Service, Token);

        KnowledgeContent content = page.Content;
        Assert.Equal("<p>Call <strong>Ada</strong>.</p>", page.Storage);
        Assert.Contains("**Ada**", content.Markdown, StringComparison.Ordinal);
        Assert.Equal(("Runbook", "7", ContentStatus.Current), (content.Metadata.Title, content.SourceVersion, content.Metadata.Status));
        Assert.Equal(new("ENG", "Engineering", "900"), content.Metadata.Container);
        Assert.Equal(["Home", "Operations"], content.Metadata.Ancestors.Select(a => a.Title));
        Assert.Equal(["urgent", "on-call"], content.Metadata.Labels);
        Assert.Equal(new(new PrincipalId(PrincipalSchemes.AtlassianAccount, "acc-1"), "Ada Lovelace"), content.Metadata.Author);
        Assert.Equal("https://acme.atlassian.net/wiki/spaces/ENG/pages/42", content.Metadata.WebAddress?.AbsoluteUri);
        AttachmentRef attachment = Assert.Single(content.Attachments);
        Assert.Equal(("plan.pdf", 1234L, "application/pdf"), (attachment.FileName, attachment.Size, attachment.MediaType));
    }

    [Fact]
    public async Task Row024_metadata_says_how_old_a_page_is_and_whether_it_is_out_of_date()
    {
        ArrangePage("42");
        ContentMetadata metadata = await _host.Client.GetMetadataAsync(new("42"), AccessContext.Service, Token);
        Assert.Equal(TimeSpan.FromDays(100), metadata.Freshness?.Age);
        Assert.True(metadata.Freshness?.IsOutdated);
    }

    [Fact]
    public async Task Row018_labels_beyond_the_first_answer_are_read_to_the_end()
    {
        ArrangePage("42", labels: """{"results":[{"name":"one"}],"meta":{"hasMore":true}}""");
        _host.Wire.When(_host.Absolute("/wiki/api/v2/pages/42/labels")).With(r => !r.RequestUri!.Query.Contains("cursor", StringComparison.Ordinal))
            .Respond("application/json", """{"results":[{"name":"one"},{"name":"two"}],"_links":{"next":"/wiki/api/v2/pages/42/labels?limit=250&cursor=p2"}}""");
        _host.Wire.When(_host.Absolute("/wiki/api/v2/pages/42/labels")).With(r => r.RequestUri!.Query.Contains("cursor=p2", StringComparison.Ordinal))
            .Respond("application/json", """{"results":[{"name":"three"}]}""");

        ContentMetadata metadata = await _host.Client.GetMetadataAsync(new("42"), AccessContext.Service, Token);

        Assert.Equal(["one", "two", "three"], metadata.Labels);
    }

    [Fact]
    public async Task Row015_an_id_of_a_blog_post_is_read_as_one()
    {
        _host.Answer("/wiki/api/v2/pages/5", "{}", HttpStatusCode.NotFound);
        _host.Answer("/wiki/api/v2/content/convert-ids-to-types", """{"results":{"5":"blogpost"}}""");
        _host.Answer("/wiki/api/v2/blogposts/5", """{"id":"5","status":"current","title":"News","spaceId":"900","version":{"number":1},"labels":{"results":[],"meta":{"hasMore":false}}}""");
        _host.Answer("/wiki/api/v2/spaces/900", """{"id":"900","key":"ENG","name":"Engineering"}""");

        ContentMetadata metadata = await _host.Client.GetMetadataAsync(new("5"), AccessContext.Service, Token);

        Assert.Equal((ContentKind.BlogPost, "News"), (metadata.Kind, metadata.Title));
    }

    [Theory]
    [InlineData("""{"results":{"5":null}}""", typeof(NotFoundException))]
    [InlineData("""{"results":{}}""", typeof(NotFoundException))]
    [InlineData("""{"results":{"5":"footer-comment"}}""", typeof(InvalidQueryException))]
    public async Task An_id_that_is_no_page_has_a_named_outcome(string types, Type expected)
    {
        _host.Answer("/wiki/api/v2/pages/5", "{}", HttpStatusCode.NotFound);
        _host.Answer("/wiki/api/v2/content/convert-ids-to-types", types);
        await Assert.ThrowsAsync(expected, () => _host.Client.GetContentAsync(new("5"), AccessContext.Service, Token));
    }

    [Fact]
    public async Task Row027_a_page_outside_the_configured_spaces_looks_absent_to_the_service_too()
    {
        ArrangePage("42", spaceKey: "HR");
        _host.Answer("/wiki/api/v2/pages/43", "{}", HttpStatusCode.NotFound);
        _host.Answer("/wiki/api/v2/content/convert-ids-to-types", """{"results":{"43":null}}""");

        NotFoundException outside = await Assert.ThrowsAsync<NotFoundException>(() => _host.Client.GetContentAsync(new("42"), AccessContext.Service, Token));
        NotFoundException absent = await Assert.ThrowsAsync<NotFoundException>(() => _host.Client.GetContentAsync(new("43"), AccessContext.Service, Token));

        Assert.Equal(absent.Message.Replace("43", "42", StringComparison.Ordinal), outside.Message);
        PermissionDecision decision = await _host.Client.CheckPermissionsAsync(new("42"), AccessContext.Service, Token);
        Assert.Equal((PermissionOutcome.Deny, PermissionReason.OutsideConfiguredScope), (decision.Outcome, decision.Reason));
    }

    [Fact]
    public async Task T04_a_denied_page_and_an_absent_one_look_the_same_to_a_user()
    {
        ArrangePage("42");
        _host.Answer("/wiki/rest/api/content/42/permission/check", """{"hasPermission":false}""");
        _host.Answer("/wiki/api/v2/pages/43", "{}", HttpStatusCode.NotFound);
        _host.Answer("/wiki/api/v2/content/convert-ids-to-types", """{"results":{"43":null}}""");

        NotFoundException denied = await Assert.ThrowsAsync<NotFoundException>(() => _host.Client.GetContentAsync(new("42"), ConfluenceHost.Ada, Token));
        NotFoundException absent = await Assert.ThrowsAsync<NotFoundException>(() => _host.Client.GetContentAsync(new("43"), ConfluenceHost.Ada, Token));

        Assert.Equal(absent.Message.Replace("43", "42", StringComparison.Ordinal), denied.Message);
        Assert.Equal((absent.StatusCode, absent.ErrorCode, absent.RequestId), (denied.StatusCode, denied.ErrorCode, denied.RequestId));
    }

    [Theory]
    [InlineData(HttpStatusCode.OK, """{"hasPermission":true}""", PermissionOutcome.Allow, PermissionReason.Granted)]
    [InlineData(HttpStatusCode.OK, """{"hasPermission":false}""", PermissionOutcome.Deny, PermissionReason.DeniedBySource)]
    [InlineData(HttpStatusCode.OK, """{"other":1}""", PermissionOutcome.Unknown, PermissionReason.SourceFailed)]
    [InlineData(HttpStatusCode.OK, "{", PermissionOutcome.Unknown, PermissionReason.SourceFailed)]
    [InlineData(HttpStatusCode.BadRequest, """{"message":"no such subject"}""", PermissionOutcome.Unknown, PermissionReason.PrincipalNotResolved)]
    [InlineData(HttpStatusCode.Unauthorized, "{}", PermissionOutcome.Unknown, PermissionReason.SourceFailed)]
    [InlineData(HttpStatusCode.Forbidden, "{}", PermissionOutcome.Unknown, PermissionReason.CheckNotPermitted)]
    [InlineData(HttpStatusCode.NotFound, "{}", PermissionOutcome.Deny, PermissionReason.NotFoundOrNotVisible)]
    [InlineData(HttpStatusCode.InternalServerError, "{}", PermissionOutcome.Unknown, PermissionReason.SourceFailed)]
    public async Task Row057_whatever_the_check_answers_only_a_plain_yes_allows(HttpStatusCode status, string body, PermissionOutcome outcome, PermissionReason reason)
    {
        ArrangePage("42");
        _host.Answer("/wiki/rest/api/content/42/permission/check", body, status);

        PermissionDecision decision = await _host.Client.CheckPermissionsAsync(new("42"), ConfluenceHost.Ada, Token);

        Assert.Equal((outcome, reason), (decision.Outcome, decision.Reason));
        Assert.Equal(outcome == PermissionOutcome.Allow, decision.IsAllowed);
    }

    [Fact]
    public async Task T16_a_reader_of_another_system_is_unknown_without_a_request()
    {
        await using ConfluenceHost host = new();
        AccessContext other = AccessContext.ForUser(new(PrincipalSchemes.EntraObject, "ada-1"));
        PermissionDecision decision = await host.Client.CheckPermissionsAsync(new("42"), other, Token);
        Assert.Equal((PermissionOutcome.Unknown, PermissionReason.PrincipalNotResolved), (decision.Outcome, decision.Reason));
    }

    [Fact]
    public async Task F36_a_missing_required_member_is_named()
    {
        _host.Answer("/wiki/api/v2/pages/42", """{"id":"42","title":"x","version":{"number":1},"someNewMember":{"a":1}}""");
        ProtocolException missing = await Assert.ThrowsAsync<ProtocolException>(() => _host.Client.GetMetadataAsync(new("42"), AccessContext.Service, Token));
        Assert.Contains("'spaceId'", missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task F36_numbers_as_strings_and_unknown_words_are_tolerated()
    {
        _host.Answer("/wiki/api/v2/pages/42", """{"id":42,"status":"petrified","title":"x","spaceId":900,"version":{"number":"12"},"labels":{"results":[],"meta":{"hasMore":false}}}""");
        _host.Answer("/wiki/api/v2/spaces/900", """{"id":900,"key":"ENG","name":"Engineering"}""");
        ContentMetadata metadata = await _host.Client.GetMetadataAsync(new("42"), AccessContext.Service, Token);
        Assert.Equal(("42", "12", ContentStatus.Unknown), (metadata.Id.Value, metadata.Version, metadata.Status));
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("1/../2")]
    [InlineData("-5")]
    [InlineData("99999999999999999999")]
    public async Task T07_an_id_that_cannot_be_one_never_reaches_the_wire(string id) =>
        await Assert.ThrowsAsync<NotFoundException>(() => _host.Client.GetContentAsync(new(id), AccessContext.Service, Token));

    [Fact]
    public async Task Row023_children_are_checked_side_by_side()
    {
        ArrangePage("42");
        _host.Answer("/wiki/rest/api/content/42/permission/check", """{"hasPermission":true}""");
        _host.Answer("/wiki/api/v2/pages/42/direct-children", """{"results":[{"id":"1","type":"page","title":"One"},{"id":"2","type":"page","title":"Two"}]}""");
        TaskCompletionSource both = new(TaskCreationOptions.RunContinuationsAsynchronously);
        int asked = 0;
        foreach (string id in (string[])["1", "2"])
        {
            ArrangePage(id);
            _host.Wire.When(_host.Absolute($"/wiki/rest/api/content/{id}/permission/check")).Respond(async () =>
            {
                if (Interlocked.Increment(ref asked) == 2)
                {
                    both.SetResult();
                }

                await both.Task.WaitAsync(Token);
                return new(HttpStatusCode.OK) { Content = new StringContent($$"""{"hasPermission":{{(id == "1" ? "true" : "false")}}}""", null, "application/json") };
            });
        }

        List<ContentAncestor> children = await _host.Client.GetChildrenAsync(new("42"), ConfluenceHost.Ada, Token).ToListAsync(Token).AsTask().WaitAsync(TimeSpan.FromSeconds(30), Token);

        Assert.Equal("One", Assert.Single(children).Title);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private void ArrangePage(string id, string spaceKey = "ENG", string? labels = null)
    {
        string labelsJson = labels ?? """{"results":[{"name":"urgent"},{"name":"on-call"}],"meta":{"hasMore":false}}""";
        _host.Answer($"/wiki/api/v2/pages/{id}", $$$"""
            {"id":"{{{id}}}","status":"current","title":"Runbook","spaceId":"900","parentId":"7","authorId":"acc-1","createdAt":"2026-01-01T08:00:00Z",
             "version":{"number":7,"createdAt":"2026-08-15T08:00:00Z","authorId":"acc-2"},"body":{"storage":{"value":"<p>Call <strong>Ada</strong>.</p>"}},
             "labels":{{{labelsJson}}},"_links":{"base":"https://acme.atlassian.net/wiki","webui":"/spaces/ENG/pages/{{{id}}}"}}
            """);
        _host.Answer("/wiki/api/v2/spaces/900", $$$"""{"id":"900","key":"{{{spaceKey}}}","name":"Engineering"}""");
        _host.Answer($"/wiki/api/v2/pages/{id}/ancestors", """{"results":[{"id":"1","type":"page"},{"id":"7","type":"page"}]}""");
        _host.Answer("/wiki/api/v2/pages?id=1&id=7&limit=250", """{"results":[{"id":"7","title":"Operations"},{"id":"1","title":"Home"}]}""");
        _host.Answer("/wiki/api/v2/users-bulk", """{"results":[{"accountId":"acc-1","displayName":"Ada Lovelace"}]}""");
        _host.Answer($"/wiki/api/v2/pages/{id}/attachments", """{"results":[{"id":"att9","title":"plan.pdf","mediaType":"application/pdf","fileSize":1234,"version":{"createdAt":"2026-08-15T08:00:00Z"}}]}""");
    }
}
