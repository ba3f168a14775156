using CsCheck;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Confluence.Tests.Queries;

public sealed class CqlTests
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
    private static readonly PrincipalId Ann = new(PrincipalSchemes.AtlassianAccount, "5b10ac8d82e05b22cc7d4ef5");

    public static TheoryData<Cql, string> Golden => new()
    {
        { Cql.Text.Contains("release notes"), "text ~ \"release notes\"" },
        { Cql.Text.ContainsPhrase("release notes"), "text ~ \"\\\"release notes\\\"\"" },
        { Cql.SiteSearch.Contains("vpn"), "siteSearch ~ \"vpn\"" },
        { Cql.Title.Is("C:\\ \"quoted\" + 100 % ~ é 漢字"), "title = \"C:\\\\ \\\"quoted\\\" + 100 % ~ é 漢字\"" },
        { Cql.Title.Contains("plan"), "title ~ \"plan\"" },
        { Cql.Space.In("ENG", "~user", "AND"), "space in (\"ENG\", \"~user\", \"AND\")" },
        { Cql.Space.In("ENG", "ENG"), "space in (\"ENG\")" },
        { Cql.Type.Is(CqlContentType.BlogPost), "type = \"blogpost\"" },
        { Cql.Label.In("a", "b"), "label in (\"a\", \"b\")" },
        { Cql.Creator.Is(Ann), "creator = \"5b10ac8d82e05b22cc7d4ef5\"" },
        { Cql.Contributor.In(Ann), "contributor in (\"5b10ac8d82e05b22cc7d4ef5\")" },
        { Cql.Id.Is(new ContentId("9223372036854775807")), "id = \"9223372036854775807\"" },
        { Cql.Ancestor.Is(new ContentId("1")).And(Cql.Parent.Is(new ContentId("2"))), "ancestor = \"1\" and parent = \"2\"" },
        { Cql.LastModified.WithinLast(TimeSpan.FromHours(2)), "lastmodified >= now(\"-2h\")" },
        { Cql.Created.WithinLast(TimeSpan.FromSeconds(61)), "created >= now(\"-2m\")" },
        { Cql.Created.WithinLast(TimeSpan.FromDays(7)), "created >= now(\"-7d\")" },
        { Cql.Label.Is("a") | Cql.Label.Is("b") & Cql.Label.Is("c"), "label = \"a\" or (label = \"b\" and label = \"c\")" },
        { (Cql.Label.Is("a") | Cql.Label.Is("b")) & Cql.Label.Is("c"), "(label = \"a\" or label = \"b\") and label = \"c\"" },
        { Cql.Label.Is("a") & Cql.Label.Is("b") & Cql.Label.Is("c"), "label = \"a\" and label = \"b\" and label = \"c\"" },
        { Cql.Title.Contains("x").OrderBy(CqlSortField.LastModified, CqlSortDirection.Descending).RestrictTo("ENG").OrderBy(CqlSortField.Title), "title ~ \"x\" and space in (\"ENG\") order by lastmodified desc, title asc" },
        { Cql.Raw("type=page order by created"), "(type=page) order by created" },
        { !Cql.Raw("type = page or label = x"), "not (type = page or label = x)" },
    };

    public static TheoryData<Cql, string> Negations => new()
    {
        { Cql.Label.Is("a"), "label != \"a\"" },
        { Cql.Label.In("a", "b"), "label not in (\"a\", \"b\")" },
        { Cql.Text.Contains("a"), "text !~ \"a\"" },
        { Cql.LastModified.WithinLast(TimeSpan.FromDays(1)), "lastmodified < now(\"-1d\")" },
        { Cql.Label.Is("a") & Cql.Label.Is("b"), "label != \"a\" or label != \"b\"" },
        { Cql.Label.Is("a") | Cql.Label.Is("b"), "label != \"a\" and label != \"b\"" },
        { !Cql.Label.Is("a"), "label = \"a\"" },
        { (Cql.Label.Is("a") | Cql.Label.Is("b")) & !Cql.Label.Is("c"), "(label != \"a\" and label != \"b\") or label = \"c\"" },
    };

    [Theory]
    [MemberData(nameof(Golden))]
    public void Row026_A_query_is_written_as_the_language_reads_it(Cql query, string expected) => Assert.Equal(expected, query.ToString());

    [Theory]
    [MemberData(nameof(Negations))]
    public void Row026_A_negation_is_carried_to_the_operators(Cql query, string expected)
    {
        Assert.Equal(expected, query.Not().ToString());
        Assert.Equal(query, query.Not().Not());
    }

    [Fact]
    public void Row026_Every_character_arrives_at_the_server_as_it_was_written() =>
        Assert.Equal(
            "title%20%3D%20%22a%2Bb%20100%25%20%5C%22q%5C%22%20~%20%C3%BC%20%26%20%23%22",
            Uri.EscapeDataString(Cql.Title.Is("a+b 100% \"q\" ~ ü & #").ToString()));

    [Theory]
    [InlineData("rel*", "rel")]
    [InlineData("*.pdf", ".pdf")]
    [InlineData("roam~0.8 boost^4", "roam 0.8 boost 4")]
    [InlineData("title:secret (a b) [a TO b] {x}", "title secret a b a to b x")]
    [InlineData("+must -not e-mail C++", "must not e-mail C")]
    [InlineData("a && b || !c", "a b c")]
    [InlineData("this AND that OR NOT", "this and that or not")]
    [InlineData("say \"hi\" \\ /re/", "say hi re")]
    [InlineData("tab\tand\nline\0", "tab and line")]
    [InlineData("日本語 😀", "日本語 😀")]
    public void Row026_Search_operators_in_plain_text_command_nothing(string text, string words) =>
        Assert.Equal($"text ~ \"{words}\"", Cql.Text.Contains(text).ToString());

    [Theory]
    [InlineData("***")]
    [InlineData("")]
    [InlineData(" \" ")]
    public void Row026_A_text_without_a_word_is_refused(string text) => Assert.Throws<InvalidQueryException>(() => Cql.Text.Contains(text));

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("a\nb")]
    [InlineData("a\0")]
    public void T20_A_value_with_control_characters_or_half_characters_is_refused(string value) =>
        Assert.Throws<InvalidQueryException>(() => Cql.Title.Is(value));

    [Fact]
    public void T20_A_half_character_is_refused_in_a_value_and_parts_words_in_a_text()
    {
        Assert.Throws<InvalidQueryException>(() => Cql.Title.Is("a" + '\uD800' + "b"));
        Assert.Equal("text ~ \"a b\"", Cql.Text.Contains("a" + '\uD800' + "b").ToString());
    }

    [Fact]
    public void Row027_An_empty_boundary_is_refused_and_never_means_everywhere() =>
        Assert.Throws<InvalidQueryException>(() => Cql.Label.Is("a").RestrictTo());

    [Theory]
    [InlineData("2026-07-01T10:00:59+00:00", "2026-07-01 12:00", "2026-07-01 12:01")]
    [InlineData("2026-01-01T10:00:00+00:00", "2026-01-01 11:00", "2026-01-01 11:00")]
    [InlineData("2026-10-25T00:30:00+00:00", "2026-10-25 01:30", "2026-10-25 03:30")]
    [InlineData("2026-10-25T01:30:00+00:00", "2026-10-25 01:30", "2026-10-25 03:30")]
    public void T20_Times_are_of_the_sites_zone_and_rounded_outward(string time, string from, string before)
    {
        DateTimeOffset moment = DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal($"lastmodified >= \"{from}\"", Cql.LastModified.OnOrAfter(moment, Berlin).ToString());
        Assert.Equal($"lastmodified < \"{before}\"", Cql.LastModified.Before(moment, Berlin).ToString());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(long.MaxValue)]
    public void T20_A_period_out_of_bounds_is_refused(long ticks) =>
        Assert.Throws<InvalidQueryException>(() => Cql.Created.WithinLast(TimeSpan.FromTicks(ticks)));

    [Fact]
    public void Row026_No_value_changes_the_structure_of_a_query()
    {
        string expected = CqlSkeleton.Of(Query("x"));
        Gen.String[Gen.OneOf(Gen.Char, Gen.Char["\"\\'() ,=~*?:+-&|!\n"]), 1, 30].SampleSeeded(value =>
        {
            try
            {
                Assert.Equal(expected, CqlSkeleton.Of(Query(value)));
            }
            catch (InvalidQueryException)
            {
                // Refused as a whole is the other safe outcome.
            }
        });

        static string Query(string value) => Cql.Text.Contains("a " + value)
            .And(Cql.Title.Is(value).Or(Cql.Label.In(value)))
            .And(Cql.SiteSearch.ContainsPhrase("b " + value).Not())
            .RestrictTo("ENG").ToString();
    }
}
