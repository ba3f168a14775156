using Navo.Integrations.Abstractions;
using RichardSzalay.MockHttp;

namespace Navo.Integrations.Confluence.Tests.Client;

/// <summary>Addresses for people where the API is asked at the gateway.</summary>
public sealed class GatewayAddressTests
{
    private const string Gateway = "https://api.atlassian.com/ex/confluence/abc-1";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("https://acme.atlassian.net", "abc-1", "")]
    [InlineData("https://acme.atlassian.net/wiki", "abc-1", "")]
    [InlineData(Gateway, null, "https://acme.atlassian.net/wiki")]
    public async Task Row019_attachments_and_comments_have_addresses_on_the_site(string address, string? cloudId, string listed)
    {
        await using ConfluenceHost host = new(o => (o.BaseUrl, o.CloudId, o.Username) = (new(address), cloudId, null));
        string links = listed.Length == 0 ? "{}" : $$"""{"base":"{{listed}}"}""";
        Arrange(host, "pages/42", """{"id":"42","status":"current","title":"Runbook","spaceId":"900","version":{"number":7}}""");
        Arrange(host, "spaces/900", """{"id":"900","key":"ENG","name":"Engineering"}""");
        Arrange(host, "pages/42/attachments", $$$"""{"results":[{"id":"att1","title":"x.bin","version":{"number":1},"_links":{"webui":"/pages/viewpageattachments.action?pageId=42"} }],"_links":{{{links}}} }""");
        Arrange(host, "pages/42/footer-comments", $$$"""{"results":[{"id":"5","version":{"number":1},"body":{"storage":{"value":"<p>x</p>"} },"_links":{"webui":"/spaces/ENG/pages/42?focusedCommentId=5"} }],"_links":{{{links}}} }""");
        Arrange(host, "pages/42/inline-comments", $$$"""{"results":[],"_links":{{{links}}} }""");
        Arrange(host, "footer-comments/5/children", $$$"""{"results":[],"_links":{{{links}}} }""");

        ContentAttachment attachment = Assert.Single(await host.Client.GetAttachmentsAsync(new("42"), AccessContext.Service, Token).ToListAsync(Token));
        ContentComment comment = Assert.Single(await host.Client.GetCommentsAsync(new("42"), AccessContext.Service, Token).ToListAsync(Token));

        Assert.Equal("https://acme.atlassian.net/wiki/pages/viewpageattachments.action?pageId=42", attachment.WebAddress?.AbsoluteUri);
        Assert.Equal("https://acme.atlassian.net/wiki/spaces/ENG/pages/42?focusedCommentId=5", comment.WebAddress?.AbsoluteUri);
    }

    [Fact]
    public async Task Row072_links_into_the_site_are_known_where_the_options_name_the_gateway_alone()
    {
        await using ConfluenceHost host = new(o => (o.BaseUrl, o.Username) = (new(Gateway), null));
        host.Wire.When($"{Gateway}/wiki/rest/api/search").Respond("application/json", """
            {"results":[{"content":{"id":"42","type":"page","title":"Runbook","space":{"key":"ENG","name":"Engineering"},"version":{"number":7}},"title":"Runbook","url":"/spaces/ENG/pages/42","lastModified":"2026-08-15T08:00:00.000Z"}],
             "totalSize":1,"_links":{"base":"https://acme.atlassian.net/wiki"}}
            """);

        IReadOnlyList<ResolvedLink> resolved = await host.Client.ResolveLinksAsync(["https://acme.atlassian.net/wiki/spaces/ENG/pages/42", "https://evil.example/wiki/spaces/ENG/pages/42"], AccessContext.Service, Token);

        Assert.Equal([LinkOutcome.Found, LinkOutcome.External], resolved.Select(link => link.Outcome));
    }

    private static void Arrange(ConfluenceHost host, string path, string json) => host.Wire.When($"{Gateway}/wiki/api/v2/{path}").Respond("application/json", json);
}
