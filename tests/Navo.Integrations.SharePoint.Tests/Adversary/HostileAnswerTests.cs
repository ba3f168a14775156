using Navo.Integrations.Abstractions;

namespace Navo.Integrations.SharePoint.Tests.Adversary;

/// <summary>Whatever Graph answers at whichever door: a result or a failure of the family, and nobody is let in.</summary>
public sealed class HostileAnswerTests
{
    private static readonly string[] Places =
    [
        "/search/query", "/permissions", "/users/", "/sites/contoso", "/items/01", "/items/1", "/content", "/versions", "/lists?", "/lists/", "/pages/", "/delta", "/children", "/drives/b!AAAAdrive0001?", "/drives?", "/teams",
        "/joinedTeams", "/sites/root", "/getAllSites",
    ];

    // Doors that lead through others; they are tried elsewhere.
    private static readonly string[] Composed = ["explain", "contents", "searches", "decisions", "versions of library", "compare"];

    private static readonly Lazy<Task<ILookup<string, string>>> Ways = new(WaysAsync);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Bodies =>
    [
        "", "null", "1", "[]", "[1, 2", "{}", "{\"value\":null}", "{\"value\":{}}", "{\"value\":[null]}", "{\"value\":[{}]}", "{\"value\":[\"x\"]}", "<html><body>Sign in</body></html>",
        "{\"id\":\"../../x\"}", "{\"id\":\"\\ud800\"}", "{\"id\":1e999,\"size\":99999999999999999999999}", "{\"value\":[{\"id\":\"a\\u0000b\",\"name\":\"..\",\"webUrl\":\"x:\"}]}",
        "{\"value\":[{\"hitsContainers\":[null]}]}",
        "{\"value\":[{\"hitsContainers\":[{\"hits\":[{\"resource\":null},{\"resource\":{\"@odata.type\":\"\",\"id\":\"\"}}],\"total\":-5,\"moreResultsAvailable\":true,\"aggregations\":[null]}]}]}",
        "{\"id\":\"01ITEMITEMITEM\",\"name\":\"x\",\"listItem\":{\"fields\":{\"\":1,\"a\":\"\\ud800\"}}}", "{\"canvasLayout\":{\"horizontalSections\":[null]}}",
        "{\"value\":[{\"roles\":[null],\"link\":{\"scope\":\"users\"},\"grantedToIdentitiesV2\":[null]}]}", "{\"sharePointIds\":{\"siteUrl\":\"not an address\",\"siteId\":\"x\",\"webId\":\"y\"}}",
    ];

    [Theory, MemberData(nameof(Bodies))]
    public async Task F09_no_body_with_status_200_gets_out_of_the_family_or_lets_anybody_in(string body)
    {
        await AssertFamilyAsync(body, 200);
    }

    public static TheoryData<int, string> Errors => new()
    {
        { 401, "null" }, { 403, "{\"error\":{\"code\":\"\\ud800\"}}" }, { 404, "{\"error\":\"x\"}" }, { 404, "{\"error\":{\"code\":\"a\",\"innerError\":{\"code\":{\"x\":1},\"innerError\":[]}}}" },
        { 410, "{\"error\":{\"code\":\"resyncRequired\"}}" }, { 418, "<html>" }, { 500, "canary-8f3b" }, { 204, "" }, { 304, "" },
    };

    [Theory, MemberData(nameof(Errors))]
    public async Task F15_no_error_body_gets_out_of_the_family_or_lets_anybody_in(int status, string body)
    {
        await AssertFamilyAsync(body, status);
    }

    [Fact]
    public async Task The_decent_tenant_is_readable_so_that_the_rest_tests_something()
    {
        await using HostileSharePoint sharePoint = new();
        foreach ((string name, Func<ISharePointClient, Task> call) in Doors.All(Token))
        {
            Exception? failure = await HostileSharePoint.FailureOfAsync(() => call(sharePoint.Client), name);
            bool isExpected = name.EndsWith("as service", StringComparison.Ordinal) ? failure is null or InvalidQueryException or PermissionException : failure is null or NotFoundException or PermissionException or InvalidQueryException;
            Assert.True(isExpected, $"{name}: {failure}");
        }

        sharePoint.AssertKept();
    }

    public static TheoryData<string, string> Others => new()
    {
        { "/items/01", """{"id":"01OTHEROTHER","name":"Salaries.md","file":{}}""" },
        { "/items/1?", """{"id":"2","fields":{"Title":"Salaries"}}""" },
        { "/pages/", """{"id":"99999999-9999-9999-9999-999999999999","title":"Salaries"}""" },
    };

    [Theory, MemberData(nameof(Others))]
    public async Task T02_an_answer_about_another_item_is_not_handed_on(string place, string answer)
    {
        await using HostileSharePoint sharePoint = new();
        sharePoint.Graph.On(place, answer);
        ContentId id = place == "/pages/" ? DecentTenant.SitePageId : place == "/items/1?" ? DecentTenant.Entry : DecentTenant.Document;
        await Assert.ThrowsAsync<ProtocolException>(() => sharePoint.Client.GetMetadataAsync(id, AccessContext.Service, Token));
        await Assert.ThrowsAsync<ProtocolException>(() => sharePoint.Client.GetContentAsync(id, AccessContext.Service, Token));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"resource":{"@odata.type":"#microsoft.graph.driveItem","id":"../../x","parentReference":{"driveId":"b!AAAAdrive0001"}}}""")]
    [InlineData("""{"resource":{"@odata.type":"#microsoft.graph.driveItem","id":"01ODDODDODD","webUrl":"odd:","parentReference":{"driveId":"b!AAAAdrive0001"}}}""")]
    [InlineData("""{"resource":{"@odata.type":"#microsoft.graph.site","id":"contoso.sharepoint.com,44444444-4444-4444-4444-444444444444,55555555-5555-5555-5555-555555555555","webUrl":"about:"}}""")]
    public async Task F36_one_odd_hit_does_not_cost_the_others(string hit)
    {
        await using HostileSharePoint sharePoint = new();
        sharePoint.Graph.On("/search/query", DecentTenant.Answer(new("https://graph.microsoft.com/v1.0/search/query"), string.Empty).Replace("\"hits\":[", $"\"hits\":[{hit},", StringComparison.Ordinal));
        SearchPage page = await sharePoint.Client.SearchAsync(new("plan"), AccessContext.Service, Token);
        Assert.Contains(page.Hits, found => found.Id == DecentTenant.Document);
    }

    [Theory]
    [InlineData("""{"":1,"Title":"Entry"}""")]
    [InlineData("""{"Odd":"\ud800","Title":"Entry"}""")]
    [InlineData("""{"Odd":["\udfff",{"Label":"\ud800"}],"LookupId":1,"@odata.etag":"x","Title":"Entry"}""")]
    [InlineData("""{"Odd":99999999999999999999999999999999999999,"Other":1e400,"Title":"Entry"}""")]
    public async Task T20_one_odd_column_does_not_cost_the_item(string fields)
    {
        await using HostileSharePoint sharePoint = new();
        sharePoint.Graph.On("/items/1?", $$"""{"id":"1","fields":{{fields}}}""");
        Assert.Equal("Entry", (await sharePoint.Client.GetMetadataAsync(DecentTenant.Entry, AccessContext.Service, Token)).Title);
    }

    [Fact]
    public async Task F11_bodies_that_break_off_or_are_damaged_fail_within_the_family()
    {
        foreach (Exception damage in (Exception[])[new InvalidDataException("gzip"), new InvalidOperationException("brotli"), new IOException("cut")])
        {
            await using HostileSharePoint sharePoint = new();
            sharePoint.Graph.On("graph.microsoft.com", _ => new() { Content = new StreamContent(new BreakingStream("{\"value\":["u8.ToArray(), damage)) });
            foreach ((string name, Func<ISharePointClient, Task> call) in Doors.All(Token))
            {
                await HostileSharePoint.FailureOfAsync(() => call(sharePoint.Client), $"{name}: {damage.Message}");
            }
        }
    }

    /// <summary>Tries every door that leads past a place where the answer is broken.</summary>
    private static async Task AssertFamilyAsync(string body, int status)
    {
        ILookup<string, string> ways = await Ways.Value;
        await using HostileSharePoint sharePoint = new();
        foreach ((string name, Func<ISharePointClient, Task> call) in Doors.All(Token))
        {
            foreach (string place in ways[name])
            {
                sharePoint.Graph.Clear();
                sharePoint.Graph.On(place, body, status);
                await HostileSharePoint.FailureOfAsync(() => call(sharePoint.Client), $"{name} with {place}");
            }
        }

        sharePoint.AssertKept();
    }

    /// <summary>The places that each door leads past.</summary>
    private static async Task<ILookup<string, string>> WaysAsync()
    {
        List<(string Door, string Place)> ways = [];
        await using HostileSharePoint sharePoint = new();
        foreach ((string name, Func<ISharePointClient, Task> call) in Doors.All(CancellationToken.None).Where(door => !Composed.Any(door.Name.StartsWith)))
        {
            sharePoint.Graph.Forget();
            await HostileSharePoint.FailureOfAsync(() => call(sharePoint.Client), name);
            ways.AddRange(Places.Where(place => sharePoint.Graph.Requests.Any(request => request.Address.AbsoluteUri.Contains(place, StringComparison.Ordinal))).Select(place => (name, place)));
        }

        return ways.ToLookup(way => way.Door, way => way.Place);
    }
}
