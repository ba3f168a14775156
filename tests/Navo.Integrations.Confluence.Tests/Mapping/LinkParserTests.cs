using Navo.Integrations.Confluence.Mapping;

namespace Navo.Integrations.Confluence.Tests.Mapping;

public sealed class LinkParserTests
{
    private static readonly LinkParser Parser = new(new("https://acme.atlassian.net/wiki"));

    [Theory]
    [InlineData("1310721")]
    [InlineData(" 1310721 ")]
    [InlineData("/wiki/spaces/ENG/pages/1310721")]
    [InlineData("/wiki/spaces/ENG/pages/1310721/Deployment+process")]
    [InlineData("/spaces/ENG/pages/1310721/Deployment+process?focusedCommentId=5")]
    [InlineData("https://acme.atlassian.net/wiki/spaces/ENG/pages/1310721/Deployment+process")]
    [InlineData("HTTPS://ACME.atlassian.net/wiki/spaces/~712020abc/pages/1310721")]
    [InlineData("//acme.atlassian.net/wiki/spaces/ENG/pages/1310721")]
    [InlineData("/wiki/spaces/ENG/pages/edit-v2/1310721")]
    [InlineData("/wiki/spaces/ENG/blog/2026/11/02/1310721/News")]
    [InlineData("/wiki/spaces/ENG/whiteboard/1310721")]
    [InlineData("/wiki/pages/viewpage.action?pageId=1310721")]
    [InlineData("/confluence/pages/viewpage.action?src=search&pageId=1310721")]
    [InlineData("/wiki/x/AQAU")]
    [InlineData("https://acme.atlassian.net/wiki/x/AQAU")]
    [InlineData("/wiki/rest/api/content/1310721")]
    public void Row072_A_content_is_named_by_its_id_in_many_forms(string link) =>
        Assert.Equal((LinkTargetKind.Content, "1310721"), (Parser.Parse(link).Kind, Parser.Parse(link).Id));

    [Theory]
    [InlineData("ENG:Deployment process", "ENG", "Deployment process", null)]
    [InlineData("~ada:My page", "~ada", "My page", null)]
    [InlineData("/display/ENG/Deployment+process", "ENG", "Deployment process", null)]
    [InlineData("/wiki/display/ENG/100%25+safe%2Fsound#top", "ENG", "100% safe/sound", "top")]
    [InlineData("/wiki/pages/viewpage.action?spaceKey=ENG&title=Deployment+process", "ENG", "Deployment process", null)]
    public void Row072_A_page_is_named_by_space_and_title(string link, string space, string title, string? anchor)
    {
        LinkTarget target = Parser.Parse(link);
        Assert.Equal((LinkTargetKind.Title, space, title, anchor), (target.Kind, target.Space, target.Name, target.Anchor));
    }

    [Theory]
    [InlineData("/display/ENG/2020/01/02/Moving+day", "Moving day", true)]
    [InlineData("/confluence/display/ENG/2020/01/02/2020?focusedCommentId=5", "2020", true)]
    [InlineData("/display/ENG/2020", "2020", false)]
    [InlineData("/display/ENG/2020/1/2/Moving+day", "2020", false)]
    public void Row072_A_blog_post_of_data_center_stands_below_its_day(string link, string title, bool isBlogPost)
    {
        LinkTarget target = Parser.Parse(link);
        Assert.Equal((LinkTargetKind.Title, "ENG", title, isBlogPost), (target.Kind, target.Space, target.Name, target.IsBlogPost));
    }

    [Theory]
    [InlineData("/wiki/download/attachments/42/plan%20B.pdf?version=2&api=v2", "42", "plan B.pdf")]
    [InlineData("/download/thumbnails/42/a.png", "42", "a.png")]
    public void Row072_An_attachment_is_named_by_its_page_and_file(string link, string page, string file)
    {
        LinkTarget target = Parser.Parse(link);
        Assert.Equal((LinkTargetKind.Attachment, page, file), (target.Kind, target.Id, target.Name));
    }

    [Theory]
    [InlineData("/wiki/people/712020:5f0c", "712020:5f0c")]
    [InlineData("/display/~ada", "ada")]
    [InlineData("/users/viewuserprofile.action?username=ada", "ada")]
    public void Row072_A_person_is_named_by_id(string link, string id) => Assert.Equal((LinkTargetKind.Person, id), (Parser.Parse(link).Kind, Parser.Parse(link).Id));

    [Theory]
    [InlineData("https://evil.example/wiki/spaces/ENG/pages/1310721")]
    [InlineData("https://acme.atlassian.net.evil.example/wiki/x/AQAU")]
    [InlineData("https://acme.atlassian.net@evil.example/wiki/x/AQAU")]
    [InlineData("https://acme.atlassian.net:8443/wiki/x/AQAU")]
    [InlineData("//evil.example/wiki/x/AQAU")]
    [InlineData("http://169.254.169.254/wiki/x/AQAU")]
    public void T05_Another_host_is_external_whatever_its_path_looks_like(string link) => Assert.Equal(LinkTargetKind.External, Parser.Parse(link).Kind);

    [Theory]
    [InlineData("")]
    [InlineData("#top")]
    [InlineData("/")]
    [InlineData("/wiki/")]
    [InlineData("/wiki/x/$$$")]
    [InlineData("/wiki/x/AAAAAAAAAAA")]
    [InlineData("/wiki/spaces/ENG/overview")]
    [InlineData("/wiki/spaces/ENG/pages/abc")]
    [InlineData("/wiki/display/E%22NG/x")]
    [InlineData("javascript:alert(1)")]
    [InlineData("mailto:ada@acme.test")]
    [InlineData("ftp://acme.atlassian.net/x")]
    [InlineData("12345678901234567890")]
    [InlineData("/\\evil.example/x")]
    [InlineData("just words")]
    [InlineData("/wiki/%ZZ/%")]
    public void Row072_What_is_not_understood_says_why(string link)
    {
        LinkTarget target = Parser.Parse(link);
        Assert.True(target.Kind is LinkTargetKind.Unrecognized && target.Problem is { Length: > 0 } || target is { Kind: LinkTargetKind.Title, Space: "javascript" or "mailto" }, $"{target}");
    }

    [Theory]
    [InlineData(1L, "AQ")]
    [InlineData(1310721L, "AQAU")]
    [InlineData(98306L, "AoAB")]
    [InlineData(9007199254740993L, "AQAAAAAAI")]
    public void Row072_A_tiny_link_holds_the_id(long id, string code) => Assert.Equal(id.ToString(System.Globalization.CultureInfo.InvariantCulture), TinyLink.IdOf(code));
}
