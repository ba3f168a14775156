using Navo.Integrations.Abstractions;

namespace Navo.Integrations.SharePoint.Tests.Queries;

public sealed class KqlTests
{
    private static readonly Guid Label = new("7f1c1b1e-4c52-4d0a-9a5a-3f0d9a1b2c3d");

    public static TheoryData<Kql, string> Written => new()
    {
        { Kql.Text("sick leave"), "sick leave" },
        { Kql.Text("leave OR holiday"), "leave \"OR\" holiday" },
        { Kql.Text("AND NOT NEAR ONEAR XRANK WORDS ALL ANY NONE and"), "\"AND\" \"NOT\" \"NEAR\" \"ONEAR\" \"XRANK\" \"WORDS\" \"ALL\" \"ANY\" \"NONE\" and" },
        { Kql.Text("-secret +must C++ path:x (a) size>=5 1..5 don't x-ray 2.0"), "\"-secret\" \"+must\" \"C++\" \"path:x\" \"(a)\" \"size>=5\" \"1..5\" don't x-ray 2.0" },
        { Kql.Text("say \"hi\" \u201Cyou\u201D b* {User.Name} a\\\"b \0 & 🙂 日本語"), "say hi you b User.Name a b \"🙂\" 日本語" },
        { Kql.Phrase("x\" OR path:\"y"), "\"x OR path: y\"" },
        { Kql.Prefix("bud"), "bud*" },
        { Kql.Prefix("annual bud*"), "\"annual bud*\"" },
        { Kql.Prefix("OR"), "\"OR*\"" },
        { Kql.Title.Contains("leave policy"), "Title:leave AND Title:policy" },
        { Kql.Title.ContainsPhrase("leave policy"), "Title:\"leave policy\"" },
        { Kql.Title.ContainsPrefix("leave pol"), "Title:\"leave pol*\"" },
        { Kql.Title.Is("Leave: (OR) policy"), "Title=\"Leave: (OR) policy\"" },
        { Kql.FileName.Is("budget.xlsx"), "FileName=\"budget.xlsx\"" },
        { Kql.FileType.In("docx", ".pdf", "docx"), "FileType:\"docx\" OR FileType:\"pdf\"" },
        { Kql.Author.ContainsPhrase("Ann Lee"), "Author:\"Ann Lee\"" },
        { Kql.Path.Below(new Uri("https://contoso.sharepoint.com/sites/Team%20Site/")), "Path:\"https://contoso.sharepoint.com/sites/Team Site/\"" },
        { Kql.Path.Is(new Uri("https://contoso.sharepoint.com/sites/hr/a%23b.docx")), "Path=\"https://contoso.sharepoint.com/sites/hr/a#b.docx\"" },
        { Kql.Site.Is(new Uri("https://contoso.sharepoint.com/sites/hr/")), "SPSiteURL=\"https://contoso.sharepoint.com/sites/hr\"" },
        { Kql.SiteId.Is(Label), "SiteId:\"7f1c1b1e-4c52-4d0a-9a5a-3f0d9a1b2c3d\"" },
        { Kql.SensitivityLabel.Is(Label), "InformationProtectionLabelId:\"7f1c1b1e-4c52-4d0a-9a5a-3f0d9a1b2c3d\"" },
        { Kql.RetentionLabel.Is("Keep 7 years"), "ComplianceTag=\"Keep 7 years\"" },
        { Kql.Size.AtLeast(1024), "Size>=1024" },
        { Kql.Size.Between(1, 1024), "Size:1..1024" },
        { Kql.Created.Between(new(2026, 1, 1), new(2026, 2, 1)), "Created:2026-01-01..2026-02-01" },
        { Kql.LastModifiedTime.OnOrAfter(new(2026, 1, 1, 1, 0, 0, TimeSpan.FromHours(2))), "LastModifiedTime>=2025-12-31T23:00:00Z" },
        { Kql.LastModifiedTime.Before(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMilliseconds(250)), "LastModifiedTime<2026-01-01T00:00:00.25Z" },
        { Kql.IsDocument.Is(true), "IsDocument=true" },
        { Kql.Property("RefinableString01").Text.Is("x y"), "RefinableString01=\"x y\"" },
        { Kql.Property("RefinableDecimal00").Number.LessThan(-1.5m), "RefinableDecimal00<-1.5" },
        { Kql.Text("a b") & Kql.IsDocument.Is(true) & Kql.FileType.In("a", "b"), "(a b) AND IsDocument=true AND (FileType:\"a\" OR FileType:\"b\")" },
        { Kql.Text("a") & !Kql.Text("b") | Kql.Text("c"), "(a AND (NOT b)) OR c" },
        { !Kql.Text("a b"), "NOT (a b)" },
        { !!Kql.Text("a b"), "a b" },
        { !(Kql.Text("a") & !Kql.Text("b")), "NOT (a AND (NOT b))" },
        { Kql.Text("a").RestrictTo(new Uri("https://c/sites/a"), new Uri("https://c/sites/b/")), "(Path:\"https://c/sites/a/\" OR Path:\"https://c/sites/b/\") AND a" },
    };

    [Theory]
    [MemberData(nameof(Written))]
    public void Row026_A_clause_is_written_without_a_way_out(Kql query, string expected) => Assert.Equal(expected, query.ToString());

    [Theory]
    [MemberData(nameof(Written))]
    public void Row041_What_the_builder_writes_is_well_formed(Kql query, string expected) => Assert.Equal($"({expected})", Kql.Raw(query.ToString()).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("!?-")]
    [InlineData("say \"hi\"")]
    [InlineData("\u201Cx\u201D")]
    [InlineData("a*")]
    [InlineData("{User.Name}")]
    [InlineData("a\0b")]
    [InlineData("a\nb")]
    [InlineData("C:\\temp\\")]
    public void Row026_A_value_that_cannot_be_expressed_is_refused(string value) => Assert.Throws<InvalidQueryException>(() => Kql.RetentionLabel.Is(value));

    [Fact]
    public void Row026_Half_of_a_character_is_refused_in_a_value() => Assert.Throws<InvalidQueryException>(() => Kql.RetentionLabel.Is("a\uD800"));

    [Theory]
    [InlineData("")]
    [InlineData(" \" * \\ ")]
    [InlineData("-- ++ ( ) : !")]
    [InlineData("\0\uD800")]
    public void Row026_A_text_without_words_is_refused(string text)
    {
        Assert.Throws<InvalidQueryException>(() => Kql.Text(text));
        Assert.Throws<InvalidQueryException>(() => Kql.Phrase(text));
        Assert.Throws<InvalidQueryException>(() => Kql.Prefix(text));
        Assert.Throws<InvalidQueryException>(() => Kql.Title.Contains(text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("1st")]
    [InlineData("a b")]
    [InlineData("a:b")]
    [InlineData("a)")]
    [InlineData("a.")]
    [InlineData("a..b")]
    [InlineData("NOT")]
    [InlineData("größe")]
    public void Row026_A_property_has_a_plain_name(string name) => Assert.Throws<InvalidQueryException>(() => Kql.Property(name));

    [Theory]
    [InlineData("http://contoso.sharepoint.com/sites/a")]
    [InlineData("https://ann@contoso.sharepoint.com/sites/a")]
    [InlineData("https://contoso.sharepoint.com/sites/a?b=c")]
    [InlineData("https://contoso.sharepoint.com/sites/a#b")]
    [InlineData("https://contoso.sharepoint.com/sites/%22%20OR%20a")]
    [InlineData("https://contoso.sharepoint.com/sites/a*")]
    [InlineData("/sites/a")]
    public void Row041_A_boundary_that_cannot_be_expressed_is_refused(string address) =>
        Assert.Throws<InvalidQueryException>(() => Kql.Text("a").RestrictTo(new Uri(address, UriKind.RelativeOrAbsolute)));

    [Fact]
    public void Row041_An_empty_boundary_is_refused_and_not_taken_for_none() => Assert.Throws<InvalidQueryException>(() => Kql.Text("a").RestrictTo());

    [Fact]
    public void Row041_A_query_is_refused_at_the_limit_of_the_service()
    {
        string words = string.Join(' ', Enumerable.Repeat("words", 682));
        Assert.Equal(Kql.MaxLength, Kql.Text($"{words} abcd").ToString().Length);
        Assert.Throws<InvalidQueryException>(() => Kql.Text($"{words} abcd") & Kql.Text("e"));
        Assert.Throws<InvalidQueryException>(() => Kql.Text($"{words} abcd").Not());
        Assert.Throws<InvalidQueryException>(() => Kql.Text($"{words} ( ) d : e"));
        Assert.Throws<InvalidQueryException>(() => Kql.Raw($"{words} abcd"));
        Assert.Throws<InvalidQueryException>(() => Kql.Raw(new string('(', 100_000)));
    }

    [Fact]
    public void Row041_A_restriction_is_refused_at_the_limit_of_the_service()
    {
        Assert.Equal(43 + 1 + 2002, Kql.Property(new string('p', 43)).Text.Is(new string('a', 2000)).ToString().Length);
        Assert.Throws<InvalidQueryException>(() => Kql.Title.Is(new string('a', 2001)));
        Assert.Throws<InvalidQueryException>(() => Kql.Property(new string('p', 46)).Text.Is(new string('a', 2000)));
    }

    [Fact]
    public void A_range_that_ends_before_it_begins_is_refused()
    {
        Assert.Throws<InvalidQueryException>(() => Kql.Size.Between(2, 1));
        Assert.Throws<InvalidQueryException>(() => Kql.Created.Between(new(2026, 1, 2), new(2026, 1, 1)));
    }

    [Fact]
    public void Queries_are_equal_when_their_text_is()
    {
        Assert.Equal(Kql.Text("a") & Kql.Text("b"), Kql.Text("a").And(Kql.Text("b")));
        Assert.Equal(Kql.Text("a").GetHashCode(), Kql.Text(" a ").GetHashCode());
        Assert.NotEqual(Kql.Text("a"), Kql.Text("b"));
    }
}
