using Navo.Integrations.Abstractions;

namespace Navo.Integrations.SharePoint.Tests.Queries;

public sealed class KqlRawTests
{
    private static readonly Uri Site = new("https://contoso.sharepoint.com/sites/hr");

    [Theory]
    [InlineData("a")]
    [InlineData("federat* search")]
    [InlineData("a OR b")]
    [InlineData("a AND NOT b")]
    [InlineData("NOT(a OR b)AND c")]
    [InlineData("+must -not -\"a phrase\" -title:x")]
    [InlineData("\"a ) OR ( b\"")]
    [InlineData("\"annual bud*\" \"annual bud\"*")]
    [InlineData("author:\"John Smith\" author:\"Jane Smith\"")]
    [InlineData("author:Shakesp* title:\"Advanced Sear*\"")]
    [InlineData("filetype:docx filename:budget.xlsx IsDocument=1 IsContainer<>true")]
    [InlineData("size>=1024 size<5 size<=-5 size>1.5 size<>7")]
    [InlineData("size:1..1024 OR created=2026-01-01..2026-02-01")]
    [InlineData("created>=2026-01-01 created<2026-01-01T10:20:30 write>2026-01-01T10:20:30Z write<=2026-01-01T10:20:30.1234567Z")]
    [InlineData("created:today created>=\"this week\" created:\"last year\"")]
    [InlineData("path:https://contoso.sharepoint.com/sites/hr path:\"https://contoso.sharepoint.com/sites/Team Site/\"")]
    [InlineData("acquisition NEAR debt")]
    [InlineData("\"a b\" NEAR(n=3) (c OR d) ONEAR (4) e")]
    [InlineData("WORDS(TV, Television)")]
    [InlineData("WORDS (\"a, (b\", c , \"d\")")]
    [InlineData("(cat OR dog) XRANK(cb=100, nb=1.5) thoroughbred")]
    [InlineData("(animals XRANK(cb=-100,n=200) dogs) XRANK(cb=200) cats")]
    [InlineData("((a)(b))c(d)")]
    [InlineData("a\tb\r\nc")]
    [InlineData("near and or not, C# 'quoted' a&b 100% ann@contoso.com 日本語 🙂")]
    public void Row041_A_well_formed_raw_query_is_taken_as_it_is_within_the_boundary(string raw) =>
        Assert.Equal($"Path:\"https://contoso.sharepoint.com/sites/hr/\" AND ({raw})", Kql.Raw($" {raw}\n").RestrictTo(Site).ToString());

    [Theory]
    [InlineData("", 0)]
    [InlineData("  ", 2)]
    [InlineData("(a", 0)]
    [InlineData("a)", 1)]
    [InlineData("a) OR (b", 1)]
    [InlineData("()", 1)]
    [InlineData("a ( ) b", 4)]
    [InlineData("\"open", 0)]
    [InlineData("a \"b", 2)]
    [InlineData("\"\"", 1)]
    [InlineData("\"!\"", 1)]
    [InlineData("\"a\"b", 3)]
    [InlineData("\"a\"\"b\"", 3)]
    [InlineData("a\"b\"", 1)]
    [InlineData("\"a\\\"", 1)]
    [InlineData("AND a", 0)]
    [InlineData("a OR", 4)]
    [InlineData("a AND OR b", 6)]
    [InlineData("a AND", 5)]
    [InlineData("NOT", 3)]
    [InlineData("(a OR) b", 5)]
    [InlineData("a - b", 2)]
    [InlineData("--a", 0)]
    [InlineData("-(a b)", 0)]
    [InlineData("-AND b", 0)]
    [InlineData("author: \"John Smith\"", 7)]
    [InlineData("author :\"John Smith\"", 7)]
    [InlineData("author:", 7)]
    [InlineData("author:(a OR b)", 7)]
    [InlineData("author:a(b)", 8)]
    [InlineData("1a:b", 0)]
    [InlineData("AND:b", 0)]
    [InlineData("a=b=c", 3)]
    [InlineData("a:b:c", 3)]
    [InlineData("a:-b", 2)]
    [InlineData("a:OR", 2)]
    [InlineData("a:>5", 2)]
    [InlineData("size>big", 5)]
    [InlineData("size>=\"big\"", 6)]
    [InlineData("size>5*", 5)]
    [InlineData("size:1..", 5)]
    [InlineData("size:..5", 5)]
    [InlineData("size:1..b", 5)]
    [InlineData("size:1..2026-01-01", 5)]
    [InlineData("size>1..5", 5)]
    [InlineData("size<>1..5", 6)]
    [InlineData("created>=2026-13-01", 9)]
    [InlineData("created>=01/31/2026", 9)]
    [InlineData("title=a*", 6)]
    [InlineData("title:*", 6)]
    [InlineData("*", 0)]
    [InlineData("*a", 0)]
    [InlineData("a*b", 1)]
    [InlineData("a**", 1)]
    [InlineData("\"Advan* Search\"", 6)]
    [InlineData("a NEAR title:b", 2)]
    [InlineData("a NEAR -b", 2)]
    [InlineData("(NOT a) NEAR b", 8)]
    [InlineData("a NEAR(b OR c)", 6)]
    [InlineData("a NEAR (b) c", 7)]
    [InlineData("a NEAR(n=-1) b", 6)]
    [InlineData("a NEAR(m=1) b", 6)]
    [InlineData("a NEAR", 6)]
    [InlineData("a XRANK b", 7)]
    [InlineData("a XRANK(n=5) b", 7)]
    [InlineData("a XRANK(cb=x) b", 7)]
    [InlineData("a XRANK(cb=1,cb=2) b", 7)]
    [InlineData("a XRANK(cb=1) b XRANK(cb=1) c", 16)]
    [InlineData("a XRANK(cb=1) b OR c", 2)]
    [InlineData("a XRANK(cb=1) (b XRANK(cb=1) c)", 2)]
    [InlineData("WORDS(a)", 7)]
    [InlineData("WORDS(a, title:b)", 9)]
    [InlineData("WORDS(a b)", 8)]
    [InlineData("WORDS(a,)", 8)]
    [InlineData("WORDS(a", 7)]
    [InlineData("WORDS", 5)]
    [InlineData("WORDS(", 6)]
    [InlineData(",a WORDS(\"x", 9)]
    [InlineData("ALL(a b)", 0)]
    [InlineData("ANY day", 0)]
    [InlineData("a, AND, b", 3)]
    [InlineData("a & b", 2)]
    [InlineData("1..5", 0)]
    [InlineData("{searchTerms}", 0)]
    [InlineData("\u201Ca\u201D", 0)]
    [InlineData("\"a \u201D b\"", 3)]
    [InlineData("a\u00A0b", 1)]
    [InlineData("\uFF08a", 0)]
    [InlineData("a\0b", 1)]
    [InlineData("\"a\nb\"", 2)]
    public void Row041_A_malformed_raw_query_is_refused_with_its_position(string raw, int position)
    {
        InvalidQueryException refused = Assert.Throws<InvalidQueryException>(() => Kql.Raw(raw));
        Assert.Contains($"at position {position};", refused.Message, StringComparison.Ordinal);
        Assert.False(string.IsNullOrEmpty(refused.Remedy));
        Assert.DoesNotContain("Smith", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Row041_Half_of_a_character_is_refused() =>
        Assert.Contains("at position 1;", Assert.Throws<InvalidQueryException>(() => Kql.Raw("a\uD800")).Message, StringComparison.Ordinal);

    [Fact]
    public void T07_Parentheses_that_nest_too_deep_are_refused()
    {
        string Nested(int depth) => $"{new string('(', depth)}a{new string(')', depth)}";
        Assert.Equal($"({Nested(50)})", Kql.Raw(Nested(50)).ToString());
        Assert.Throws<InvalidQueryException>(() => Kql.Raw(Nested(51)));
    }
}
