using System.Collections.Immutable;
using CsCheck;
using Microsoft.Extensions.Time.Testing;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Testing.Confluence;
using Navo.Integrations.Testing.Confluence.Cql;
using Navo.Integrations.Testing.Confluence.Model;

namespace Navo.Integrations.Confluence.Tests.Queries;

/// <summary>Random queries, each beside the same condition in C#: what the evaluator finds for the text is what the condition says.</summary>
public sealed class CqlAgreementTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 30, TimeSpan.Zero);
    private static readonly string[] HostileTitles =
        ["C:\\temp \"x\"", "a and b or not c", "order by title desc", "') or (space = \"HR\"", "+must -not ~2 [a TO b]", "50 % off? yes*!", "日本語 & <b>", "in (\"ENG\")", "\\", "\\\""];

    private static readonly ConfluenceSite Site = CreateSite();
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById(Site.TimeZoneId);
    private static readonly ImmutableArray<SimulatedContent> Contents = [.. Site.State.Contents.Values.OrderBy(content => content.Id)];
    private static readonly SiteAccess Tree = new(Site.State);

    [Fact]
    public void Row026_Every_predicate_finds_what_its_condition_says() =>
        Condition(depth: 4).SampleSeeded(
            condition => Assert.Equal([.. Contents.Where(condition.Holds).Select(content => content.Id)], Found(condition.Query)),
            cases: 3000);

    [Fact]
    public void Row026_A_boundary_holds_whatever_the_query_says() =>
        Gen.Select(Condition(depth: 3), SpaceKeys).SampleSeeded(
            (condition, keys) =>
            {
                long[] expected = [.. Contents.Where(content => condition.Holds(content) && keys.Contains(content.SpaceKey)).Select(content => content.Id)];
                return Found(condition.Query.RestrictTo(keys)).SequenceEqual(expected);
            },
            cases: 1000);

    [Fact]
    public void Row026_A_query_taken_raw_means_what_it_meant_as_typed_clauses() =>
        Condition(depth: 3).SampleSeeded(
            condition => Found(Cql.Raw(condition.Query.ToString()).RestrictTo("ENG", "DOCS")).SequenceEqual(Found(condition.Query.RestrictTo("ENG", "DOCS"))),
            cases: 1000);

    [Theory]
    [InlineData(CqlSortField.Title)]
    [InlineData(CqlSortField.Created)]
    [InlineData(CqlSortField.LastModified)]
    public void Row026_An_order_sorts(CqlSortField field)
    {
        IReadOnlyList<SimulatedContent> found = Run(Cql.Type.Is(CqlContentType.Page).OrderBy(field, CqlSortDirection.Descending));
        Func<SimulatedContent, IComparable> key = field switch
        {
            CqlSortField.Title => content => content.Title.ToUpperInvariant(),
            CqlSortField.Created => content => content.Versions[0].When,
            _ => content => content.Latest.When,
        };
        Assert.True(found.Count > 20);
        Assert.Equal(found.OrderByDescending(key).Select(key), found.Select(key));
    }

    private static Gen<string[]> SpaceKeys => OneOf(["ENG", "DOCS", "RUNBOOKS", "ONBOARDING", "NONE", "\" or \""]).Array[1, 3];

    private static Gen<Condition> Condition(int depth) => depth == 0
        ? Leaf
        : Gen.OneOf(
            Leaf,
            Gen.Select(Condition(depth - 1), Condition(depth - 1)).Select((left, right) => new Condition(left.Query & right.Query, content => left.Holds(content) && right.Holds(content))),
            Gen.Select(Condition(depth - 1), Condition(depth - 1)).Select((left, right) => new Condition(left.Query | right.Query, content => left.Holds(content) || right.Holds(content))),
            Condition(depth - 1).Select(inner => new Condition(!inner.Query, content => !inner.Holds(content))));

    private static Gen<Condition> Leaf => Gen.OneOf(
        SpaceKeys.Select(keys => new Condition(Cql.Space.In(keys), content => keys.Contains(content.SpaceKey))),
        OneOf([CqlContentType.Page, CqlContentType.BlogPost, CqlContentType.Attachment, CqlContentType.Folder, CqlContentType.Comment])
            .Select(type => new Condition(Cql.Type.Is(type), content => content.Type.ToString() == type.ToString())),
        OneOf([.. Contents.SelectMany(content => content.Labels).Distinct().Order(StringComparer.Ordinal), "none", "x\" or label != \"y"])
            .Select(label => new Condition(Cql.Label.Is(label), content => content.Labels.Contains(label))),
        OneOf([.. Contents.Select(content => content.Title), .. HostileTitles, "no such title"])
            .Select(title => new Condition(Cql.Title.Is(title), content => string.Equals(content.Title, title, StringComparison.OrdinalIgnoreCase))),
        Words.Select(words => new Condition(Cql.Title.Contains(words), content => WordMatcher.Score(words, content.Title, string.Empty) > 0)),
        Words.Select(words => new Condition(Cql.Text.Contains(words), content => WordMatcher.Score(words, content.Title, Body(content)) > 0)),
        Words.Select(words => new Condition(Cql.Text.ContainsPhrase(words), content => WordMatcher.Score($"\"{words}\"", content.Title, Body(content)) > 0)),
        Ids.Select(id => new Condition(Cql.Id.Is(new(id)), content => ContentNames.IdOf(content) == id)),
        Ids.Select(id => new Condition(Cql.Parent.Is(new(id)), content => content.ParentId?.ToString(System.Globalization.CultureInfo.InvariantCulture) == id)),
        Ids.Select(id => new Condition(Cql.Ancestor.Is(new(id)), content => Tree.Ancestors(content).Any(above => above.Id.ToString(System.Globalization.CultureInfo.InvariantCulture) == id))),
        People.Select(person => new Condition(Cql.Creator.Is(Account(person)), content => content.Versions[0].AuthorId == person)),
        People.Select(person => new Condition(Cql.Contributor.Is(Account(person)), content => content.Versions.Any(version => version.AuthorId == person))),
        Times.Select(time => new Condition(Cql.LastModified.OnOrAfter(time, Zone), content => Minute(content.Latest.When) >= Minute(time))),
        Times.Select(time => new Condition(Cql.Created.Before(time, Zone), content => Minute(content.Versions[0].When) < Minute(time.AddMinutes(1).AddTicks(-1)))),
        Gen.Int[1, 600].Select(hours => new Condition(Cql.LastModified.WithinLast(TimeSpan.FromHours(hours)), content => Minute(content.Latest.When) >= Now.AddHours(-hours))));

    private static Gen<string> Ids => OneOf([.. Contents.Where(content => content.IsNode).Select(ContentNames.IdOf), "999999"]);

    private static Gen<string> People => OneOf([.. Site.State.Users.Keys.Order(StringComparer.Ordinal), "nobody"]);

    private static Gen<string> Words => OneOf([.. Contents.SelectMany(content => WordMatcher.Words(content.Title)).Distinct().Order(StringComparer.Ordinal)]).Array[1, 2].Select(words => string.Join(' ', words));

    // In winter, so that no time is ambiguous; the rounding of those that are has tests of its own.
    private static Gen<DateTimeOffset> Times => Gen.Int[0, 100_000].Select(minutes => Now.AddMinutes(-minutes).AddSeconds(17));

    private static Gen<T> OneOf<T>(IReadOnlyList<T> values) => Gen.Int[0, values.Count - 1].Select(index => values[index]);

    private static PrincipalId Account(string id) => new(PrincipalSchemes.AtlassianAccount, id);

    private static DateTimeOffset Minute(DateTimeOffset time) => new(time.UtcTicks - (time.UtcTicks % TimeSpan.TicksPerMinute), TimeSpan.Zero);

    private static string Body(SimulatedContent content) => StorageText.Of(content.Latest.Storage);

    private static long[] Found(Cql query) => [.. Run(query).Select(content => content.Id).Order()];

    private static IReadOnlyList<SimulatedContent> Run(Cql query) =>
        [.. new CqlEvaluator(Tree, new CqlDates(Now, Zone), caller: null, name => Site.State.Users.ContainsKey(name) ? name : null)
            .Run(CqlParser.Parse(query.ToString()), Contents).Select(hit => hit.Content)];

    private static ConfluenceSite CreateSite()
    {
        ConfluenceSite site = ConfluenceSite.CreateKnowledgeBase(new FakeTimeProvider(Now));
        long id = 900_000;
        foreach (string title in HostileTitles)
        {
            site.Put(new SimulatedContent
            {
                Id = id++,
                SpaceKey = "ENG",
                Versions = [new SimulatedVersion(1, Now.AddHours(-id % 50), site.State.Users.Keys.First(), title, "<p>hostile title</p>")],
            });
        }

        return site;
    }
}
