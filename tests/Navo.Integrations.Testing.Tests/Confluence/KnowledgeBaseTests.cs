using System.Xml.Linq;
using Microsoft.Extensions.Time.Testing;
using Navo.Integrations.Testing.Confluence;
using Navo.Integrations.Testing.Confluence.Model;

namespace Navo.Integrations.Testing.Tests.Confluence;

public sealed class KnowledgeBaseTests
{
    private readonly ConfluenceSite _site =
        ConfluenceSite.CreateKnowledgeBase(new FakeTimeProvider(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero)));

    [Fact]
    public void Row099_There_are_more_than_sixty_pages_in_four_spaces_with_restrictions_blog_posts_and_attachments()
    {
        var contents = _site.State.Contents.Values.ToList();

        Assert.True(contents.Count(c => c.Type is SimulatedContentType.Page) >= 60);
        Assert.Equal(["DOCS", "ENG", "ONBOARDING", "RUNBOOKS"], _site.State.Spaces.Keys);
        Assert.True(contents.Count(c => c.ReadRestriction is not null) >= 3);
        Assert.Contains(contents, c => c.Type is SimulatedContentType.BlogPost);
        Assert.Contains(contents, c => c.Type is SimulatedContentType.Attachment);
        Assert.Contains(contents, c => c.Versions.Length > 1);
    }

    [Fact]
    public void Row099_Every_body_is_well_formed_storage_format()
    {
        const string open = "<root xmlns:ac=\"urn:ac\" xmlns:ri=\"urn:ri\">";

        foreach (var content in _site.State.Contents.Values)
        {
            Assert.Null(Record.Exception(() => XElement.Parse(open + content.Latest.Storage.Replace("&nbsp;", " ", StringComparison.Ordinal) + "</root>")));
        }
    }

    [Fact]
    public void Row099_Ada_reads_what_Ben_does_not()
    {
        var access = new SiteAccess(_site.State);
        var readers = _site.State.Users.Values.ToDictionary(u => u.Username);

        var onlyAda = _site.State.Contents.Values
            .Where(c => access.CanView(readers["ada"], c) && !access.CanView(readers["ben"], c)).ToList();

        Assert.True(onlyAda.Count >= 4);
        Assert.All(onlyAda, c => Assert.True(access.CanView(readers["navo-service"], c)));
    }
}
