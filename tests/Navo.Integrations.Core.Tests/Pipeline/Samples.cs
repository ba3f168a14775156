using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Caching;
using Navo.Integrations.Core.Pipeline;

namespace Navo.Integrations.Core.Tests.Pipeline;

/// <summary>Operations, readers and results to call with.</summary>
internal static class Samples
{
    public static readonly IntegrationOperation Search = new("search") { Region = CacheRegion.Response };
    public static readonly IntegrationOperation GetContent = new("get_content") { Region = CacheRegion.Content };
    public static readonly IntegrationOperation GetMetadata = new("get_metadata") { Region = CacheRegion.Metadata };
    public static readonly IntegrationOperation Check = new("check_permissions") { Region = CacheRegion.Permission };
    public static readonly IntegrationOperation Uncached = new("list_spaces");

    public static readonly IntegrationName Confluence = new("confluence");
    public static readonly AccessContext Ann = AccessContext.ForUser(new PrincipalId(PrincipalSchemes.AtlassianAccount, "ann"));
    public static readonly AccessContext Bob = AccessContext.ForUser(new PrincipalId(PrincipalSchemes.AtlassianAccount, "bob"));

    public static SearchPage Page(params string[] ids) => new()
    {
        Hits =
        [
            .. ids.Select(id => new SearchHit
            {
                Id = new ContentId(id),
                Source = Confluence,
                Title = $"Title {id}",
                Kind = ContentKind.Page,
                Container = new ContainerRef("ENG", "Engineering"),
                Highlights = ["one", "two"],
                WebAddress = new Uri("https://example.test/wiki/1"),
                Modified = DateTimeOffset.UnixEpoch,
                Score = 0.5,
            }),
        ],
        Total = SearchTotal.Estimated(7),
        Omitted = [new Omission(OmissionReason.NotPermitted, 2)],
        Continuation = "next",
    };

    public static ContentMetadata Metadata(string id = "7") => new()
    {
        Id = new ContentId(id),
        Source = new IntegrationName("confluence", "legal"),
        Title = "Zażółć 🦊",
        Kind = ContentKind.BlogPost,
        Status = ContentStatus.Archived,
        Container = new ContainerRef("ENG", Id: "98"),
        Author = new PersonRef(new PrincipalId("atlassian", "a:b"), "Ann"),
        Editor = new PersonRef(null, null),
        Created = new DateTimeOffset(2025, 1, 2, 3, 4, 5, TimeSpan.FromHours(2)),
        Version = "12",
        Labels = ["x", "y"],
        Freshness = new ContentFreshness(TimeSpan.FromDays(3), TimeSpan.FromDays(90)),
        Ancestors = [new ContentAncestor(new ContentId("1"), null, ContentKind.Folder)],
    };

    public static KnowledgeContent Content(string id = "7") => new()
    {
        Metadata = Metadata(id),
        Markdown = "# Title\n\ntext",
        PlainText = "Title\ntext",
        Sections = [new ContentSection { HeadingPath = ["Title"], Level = 1, Anchor = "Title", Start = 0, Length = 13 }],
        Links = [new ContentLink { Kind = ContentLinkKind.User, Text = "Bob", Target = "bob" }],
        Attachments = [new AttachmentRef { Id = new ContentId("att1"), FileName = "a.pdf", Size = 12345678901 }],
        Losses = [new ContentLoss("macro:jira", "a table of issues")],
        SourceVersion = "12",
    };

    public static PermissionDecision Decision(PermissionOutcome outcome, AccessContext? reader = null) => new()
    {
        Outcome = outcome,
        Reason = outcome == PermissionOutcome.Allow ? PermissionReason.Granted : PermissionReason.DeniedBySource,
        Item = new ContentId("7"),
        Reader = reader ?? Ann,
        CheckedAt = DateTimeOffset.UnixEpoch,
        Detail = "detail",
    };
}
