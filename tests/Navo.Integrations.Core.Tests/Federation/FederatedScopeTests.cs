using Microsoft.Extensions.Time.Testing;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Testing.InMemory;
using static Navo.Integrations.Core.Tests.Federation.FederationWorld;

namespace Navo.Integrations.Core.Tests.Federation;

/// <summary>Filters: expressed, reported or refused; scopes expressed or refused.</summary>
public sealed class FederatedScopeTests
{
    private readonly FakeTimeProvider _time = new(new(2026, 3, 1, 12, 0, 30, TimeSpan.Zero));

    public static TheoryData<string, string, SourceStatus> Truth => new()
    {
        // the scopes of the query; the source; what becomes of it. The wiki holds spaces, the drive sites and libraries.
        { "", "wiki", SourceStatus.Answered },
        { "space:MEM@wiki", "wiki", SourceStatus.Answered },
        { "space:MEM@wiki", "drive", SourceStatus.NotAsked },
        { "space:MEM@wiki:legal", "wiki", SourceStatus.NotAsked },
        { "space:MEM@wiki:legal", "wiki:legal", SourceStatus.Answered },
        { "space:MEM@wiki", "wiki:legal", SourceStatus.Answered },
        { "site:MEM@wiki", "wiki", SourceStatus.Refused },
        { "library:https://x/y@wiki", "wiki", SourceStatus.Refused },
        { "space:MEM@wiki site:MEM@wiki", "wiki", SourceStatus.Refused },
        { "space:MEM@drive", "drive", SourceStatus.Refused },
        { "site:MEM@drive", "drive", SourceStatus.Answered },
        { "library:https://x/y@drive", "drive", SourceStatus.Answered },
        { "store:vs_1@drive", "drive", SourceStatus.Refused },
        { "site:MEM@drive space:MEM@wiki", "drive", SourceStatus.Answered },
        { "site:MEM@drive space:MEM@wiki", "wiki:legal", SourceStatus.Answered },
    };

    [Theory, MemberData(nameof(Truth))]
    public async Task Row043_a_scope_is_kept_or_refused_and_never_widened(string scopes, string source, SourceStatus status)
    {
        InMemoryIntegration[] sources = [Wiki("wiki"), Wiki("wiki:legal"), Drive()];
        using FederationWorld world = new(_time, sources);
        SearchScope[] asked = [.. scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Scope)];

        foreach (InexpressibleFilter choice in Enum.GetValues<InexpressibleFilter>())
        {
            FederatedPage page = await world.AskAsync(new("policy") { Scopes = asked, OnInexpressible = choice });
            SourceReport report = Assert.Single(page.Reports, report => report.Source.ToString() == source);
            Assert.Equal(status, report.Status);
            Assert.Equal(status == SourceStatus.Refused, report.Unexpressed.Contains(SearchFilter.Scopes));
        }

        InMemoryIntegration one = Assert.Single(sources, s => s.Name.ToString() == source);
        Assert.Equal(status == SourceStatus.Answered ? 2 : 0, one.Calls.Count);
        Assert.All(one.Calls, call => Assert.Equal(
            asked.Where(scope => scope.IsBoundTo(one.Name)).Select(scope => scope.Key),
            call.Query!.Containers.Concat(call.Query.Libraries)));
    }

    [Theory]
    [InlineData(InexpressibleFilter.Report, SourceStatus.Answered, 1)]
    [InlineData(InexpressibleFilter.Refuse, SourceStatus.Refused, 0)]
    public async Task Row043_other_filters_are_reported_or_refused_as_the_caller_chose(InexpressibleFilter choice, SourceStatus status, int calls)
    {
        InMemoryIntegration plain = Wiki("wiki");
        plain.Abilities = new() { Filters = [] };
        using FederationWorld world = new(_time, plain);

        FederatedPage page = await world.AskAsync(new("policy")
        {
            OnInexpressible = choice,
            Kinds = [ContentKind.Page],
            Labels = ["hr"],
            Authors = [new("test", "x")],
            ModifiedSince = _time.GetUtcNow().AddYears(-1),
        });

        SourceReport report = Assert.Single(page.Reports);
        Assert.Equal(status, report.Status);
        Assert.Equal([SearchFilter.Kinds, SearchFilter.Authors, SearchFilter.Labels, SearchFilter.Modified], report.Unexpressed);
        Assert.Equal(choice == InexpressibleFilter.Refuse, page.IsExact);
        Assert.Equal(calls, plain.Calls.Count);
        Assert.All(plain.Calls, call => Assert.True(call.Query is { Labels.Count: 0, Authors.Count: 0, Kinds.Count: 0, ModifiedSince: null }));
    }

    [Fact]
    public async Task Row043_hits_that_plainly_contradict_a_filter_that_was_not_expressed_are_taken_out()
    {
        InMemoryIntegration plain = Wiki("wiki");
        plain.Add(File("2", "policy.pdf"), Audience.Everyone);
        plain.Add(File("3", "policy.docx"), Audience.Everyone);
        plain.Abilities = new() { Filters = [] };
        using FederationWorld world = new(_time, plain);

        Assert.Equal(["wiki/2"], Keys([await world.AskAsync(new("policy") { FileTypes = [".PDF"] })]));
        Assert.Equal(["wiki/1"], Keys([await world.AskAsync(new("policy") { Kinds = [ContentKind.Page] })]));
        Assert.Empty(Keys([await world.AskAsync(new("policy") { ModifiedBefore = _time.GetUtcNow().AddYears(-1) })]));
    }

    [Fact]
    public async Task Row043_what_a_source_can_express_reaches_it()
    {
        InMemoryIntegration wiki = Wiki("wiki");
        using FederationWorld world = new(_time, wiki);

        await world.AskAsync(new("policy")
        {
            Kinds = [ContentKind.Page],
            FileTypes = [".PDF"],
            Labels = ["hr"],
            Authors = [new("test", "x"), new("other", "y")],
            MaxAge = TimeSpan.FromHours(1),
            ModifiedBefore = _time.GetUtcNow(),
        });

        SearchQuery query = Assert.Single(wiki.Calls).Query!;
        Assert.Equal([ContentKind.Page], query.Kinds);
        Assert.Equal(["pdf"], query.FileTypes);
        Assert.Equal(["hr"], query.Labels);
        Assert.Equal([new PrincipalId("test", "x")], query.Authors);
        Assert.Equal(new(2026, 3, 1, 11, 0, 0, TimeSpan.Zero), query.ModifiedSince);
        Assert.Equal(_time.GetUtcNow(), query.ModifiedBefore);
    }

    [Fact]
    public async Task Row043_a_source_without_content_of_the_kinds_is_not_asked()
    {
        InMemoryIntegration wiki = Wiki("wiki");
        wiki.Abilities = wiki.Abilities with { Kinds = [ContentKind.Page] };
        using FederationWorld world = new(_time, wiki, Drive());

        FederatedPage page = await world.AskAsync(new("policy") { Kinds = [ContentKind.Document] });

        Assert.Equal(SourceStatus.NotAsked, page.Reports.Single(report => report.Source.ToString() == "wiki").Status);
        Assert.True(page.IsComplete);
        Assert.Empty(wiki.Calls);
    }

    [Fact]
    public async Task Row043_a_source_or_scope_that_nobody_registered_refuses_the_query()
    {
        using FederationWorld world = new(_time, Wiki("wiki"));

        await Assert.ThrowsAsync<InvalidQueryException>(() => world.AskAsync(new("policy") { Sources = [new("drive")] }));
        await Assert.ThrowsAsync<InvalidQueryException>(() => world.AskAsync(new("policy") { Scopes = [SearchScope.Site("https://x/y", "drive")] }));
        await Assert.ThrowsAsync<InvalidQueryException>(() => world.AskAsync(new("policy") { FileTypes = [" . "] }));
    }

    [Fact]
    public async Task Row043_an_integration_that_says_nothing_is_asked_for_containers_kinds_and_times_only()
    {
        SearchQuery? seen = null;
        using FederationWorld world = new(_time, ScriptedSource.Of("plain", (query, _, _) => Task.FromResult(ScriptedSource.Page()).ContinueWith(page => (seen = query, page.Result).Result, TaskScheduler.Default)));

        FederatedPage page = await world.AskAsync(new("policy") { Kinds = [ContentKind.Page], Labels = ["hr"], Scopes = [SearchScope.Space("MEM", "plain")] });

        Assert.Equal([SearchFilter.Labels], Assert.Single(page.Reports).Unexpressed);
        Assert.Equal(["MEM"], seen!.Containers);
        Assert.Equal([ContentKind.Page], seen.Kinds);
        Assert.Empty(seen.Labels);
    }

    private InMemoryIntegration Wiki(string name)
    {
        InMemoryIntegration wiki = new(name, _time);
        wiki.Abilities = wiki.Abilities with { Scopes = [SearchScopeKind.Space], AuthorSchemes = ["test"] };
        wiki.Add("1", "Travel", "The policy.", Audience.Everyone);
        return wiki;
    }

    private InMemoryIntegration Drive()
    {
        InMemoryIntegration drive = new("drive", _time);
        drive.Abilities = drive.Abilities with { Scopes = [SearchScopeKind.Site, SearchScopeKind.Library] };
        drive.Add("1", "Expenses", "The policy.", Audience.Everyone);
        return drive;
    }

    private KnowledgeContent File(string id, string title) => new()
    {
        Metadata = new()
        {
            Id = new(id),
            Source = new("wiki"),
            Title = title,
            Kind = ContentKind.Attachment,
            Status = ContentStatus.Current,
            Container = new("MEM"),
            Version = "1",
            Modified = _time.GetUtcNow(),
        },
        Markdown = "policy",
        PlainText = "policy",
        SourceVersion = "1",
    };

    private static SearchScope Scope(string text)
    {
        string[] parts = text.Split('@');
        string[] place = parts[0].Split(':', 2);
        return new(Enum.Parse<SearchScopeKind>(place[0], ignoreCase: true), place[1], parts[1]);
    }
}
