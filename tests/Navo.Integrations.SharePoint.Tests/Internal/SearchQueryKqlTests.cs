using Navo.Integrations.Abstractions;
using Navo.Integrations.SharePoint.Internal;

namespace Navo.Integrations.SharePoint.Tests.Internal;

public sealed class SearchQueryKqlTests
{
    private const string DocumentsAndPages = "((IsDocument=true AND (NOT FileExtension:\"aspx\")) OR FileExtension:\"aspx\")";
    private static readonly Uri Hr = new("https://contoso.sharepoint.com/sites/hr");
    private static readonly Uri Eng = new("https://contoso.sharepoint.com/sites/eng");

    public static TheoryData<SearchQuery, string> Compiled => new()
    {
        { new("leave OR"), $"(leave \"OR\") AND {DocumentsAndPages}" },
        { new("a") { Kinds = [ContentKind.Folder, ContentKind.Folder] }, "a AND IsContainer=true" },
        { new("a") { Kinds = [ContentKind.Page] }, "a AND FileExtension:\"aspx\"" },
        { new("a") { Kinds = [ContentKind.Document] }, "a AND IsDocument=true AND (NOT FileExtension:\"aspx\")" },
        { new("a") { Kinds = [ContentKind.Page], Labels = ["Keep 7 years", "7f1c1b1e-4c52-4d0a-9a5a-3f0d9a1b2c3d"] }, "a AND FileExtension:\"aspx\" AND (ComplianceTag=\"Keep 7 years\" OR InformationProtectionLabelId:\"7f1c1b1e-4c52-4d0a-9a5a-3f0d9a1b2c3d\")" },
        { new("a") { Kinds = [ContentKind.Page], Authors = [new(PrincipalSchemes.Email, "ann@contoso.com")] }, "a AND FileExtension:\"aspx\" AND AuthorOWSUSER:\"ann@contoso.com\"" },
        { new("a") { Kinds = [ContentKind.Page], FileTypes = [".PDF", "docx"] }, "a AND FileExtension:\"aspx\" AND (FileExtension:\"pdf\" OR FileExtension:\"docx\")" },
        { new("a") { Kinds = [ContentKind.Page], ModifiedSince = At(1), ModifiedBefore = At(2) }, "a AND FileExtension:\"aspx\" AND LastModifiedTime>=2026-01-01T00:00:00Z AND LastModifiedTime<2026-01-02T00:00:00Z" },
    };

    [Theory]
    [MemberData(nameof(Compiled))]
    public void Row043_A_filter_is_compiled(SearchQuery query, string expected)
    {
        Assert.Equal(expected, SearchQueryKql.Build(query, [], SiteOf).ToString());
        Assert.Equal($"Path:\"{Hr}/\" AND {Parted(expected)}", SearchQueryKql.Build(query, [Hr], SiteOf).ToString());
    }

    [Fact]
    public void Row043_Asked_sites_take_the_place_of_the_boundary_that_holds_them() =>
        Assert.StartsWith(
            $"Path:\"{Eng}/\" AND a AND ",
            SearchQueryKql.Build(new("a") { Containers = ["eng"] }, [Hr, Eng], SiteOf).ToString(),
            StringComparison.Ordinal);

    [Fact]
    public void Row043_Libraries_stand_beside_sites() =>
        Assert.StartsWith(
            $"(Path:\"{Eng}/\" OR Path:\"{Hr}/Policies/\") AND a AND ",
            SearchQueryKql.Build(new("a") { Containers = ["eng"], Libraries = [$"{Hr}/Policies"] }, [Hr, Eng], SiteOf).ToString(),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("https://contoso.sharepoint.com/sites/eng/Shared%20Documents")]
    [InlineData("https://contoso.sharepoint.com/sites/hr2")]
    [InlineData("http://contoso.sharepoint.com/sites/hr/Policies")]
    [InlineData("Policies")]
    public void Row041_A_library_that_is_no_address_or_outside_the_boundary_refuses_the_query(string library) =>
        Assert.Throws<InvalidQueryException>(() => SearchQueryKql.Build(new("a") { Libraries = [library] }, [Hr], SiteOf));

    [Theory]
    [InlineData("eng")]
    [InlineData("hr2")]
    [InlineData("nowhere")]
    public void Row041_A_site_that_is_unknown_or_outside_the_boundary_refuses_the_query(string container) =>
        Assert.Throws<InvalidQueryException>(() => SearchQueryKql.Build(new("a") { Containers = [container] }, [Hr], SiteOf));

    [Theory]
    [InlineData(ContentKind.Whiteboard)]
    [InlineData(ContentKind.BlogPost)]
    [InlineData(ContentKind.Comment)]
    [InlineData(ContentKind.Other)]
    public void Row041_A_kind_that_cannot_be_expressed_refuses_the_query(ContentKind kind) =>
        Assert.Throws<InvalidQueryException>(() => SearchQueryKql.Build(new("a") { Kinds = [ContentKind.Page, kind] }, [], SiteOf));

    [Fact]
    public void Row041_A_filter_that_cannot_be_expressed_refuses_the_query()
    {
        Assert.Throws<InvalidQueryException>(() => SearchQueryKql.Build(new("a") { Authors = [new(PrincipalSchemes.EntraObject, "1")] }, [], SiteOf));
        Assert.Throws<InvalidQueryException>(() => SearchQueryKql.Build(new("a") { Labels = ["a\" OR b"] }, [], SiteOf));
        Assert.Throws<InvalidQueryException>(() => SearchQueryKql.Build(new(string.Join(' ', Enumerable.Repeat("w", 1999))), [Hr, .. Enumerable.Range(0, 9).Select(i => new Uri($"https://contoso.sharepoint.com/sites/{i}"))], SiteOf));
    }

    [Theory]
    [InlineData("https://contoso.sharepoint.com/sites/HR", true)]
    [InlineData("https://contoso.sharepoint.com/sites/hr/a%20b", true)]
    [InlineData("https://contoso.sharepoint.com/sites/hr2", false)]
    [InlineData("https://contoso.sharepoint.com/sites", false)]
    [InlineData("https://fabrikam.sharepoint.com/sites/hr", false)]
    public void Row041_A_place_holds_what_lies_below_it(string address, bool isWithin) => Assert.Equal(isWithin, SearchQueryKql.IsWithin(new(address), Hr));

    private static string Parted(string expected) => expected.Contains(" AND ", StringComparison.Ordinal) ? expected : $"({expected})";

    private static Uri? SiteOf(string key) => key switch
    {
        "hr" => Hr,
        "eng" => Eng,
        "hr2" => new("https://contoso.sharepoint.com/sites/hr2"),
        _ => null,
    };

    private static DateTimeOffset At(int day) => new(2026, 1, day, 0, 0, 0, TimeSpan.Zero);
}
