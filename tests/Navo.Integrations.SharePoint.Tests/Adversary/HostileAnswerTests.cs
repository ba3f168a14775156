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

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Bodies =>
    [
        "", "null", "true", "1", "\"text\"", "[]", "[1, 2", "{}", "{\"value\":null}", "{\"value\":{}}", "{\"value\":\"x\"}", "{\"value\":[null]}", "{\"value\":[{}]}", "{\"value\":[[]]}", "{\"value\":[1]}", "{\"value\":[\"x\"]}",
        "<html><body>Sign in</body></html>", "{\"id\":null}", "{\"id\":\"../../x\"}", "{\"id\":\"\"}", "{\"id\":\"\\ud800\"}", "{\"value\":[{\"id\":\"\\ud800\",\"name\":\"\\udfff\"}]}",
        "{\"id\":1e999,\"size\":1e999}", "{\"size\":99999999999999999999999}", "{\"value\":[{\"id\":\"\",\"name\":\"\",\"webUrl\":\"\"}]}", "{\"value\":[{\"id\":\"a\\u0000b\",\"name\":\"..\",\"webUrl\":\"x:\"}]}",
        "{\"value\":[{\"hitsContainers\":null}]}", "{\"value\":[{\"hitsContainers\":[null]}]}", "{\"value\":[null]}", "{\"value\":[{\"hitsContainers\":[{\"hits\":[null],\"total\":-5}]}]}",
        "{\"value\":[{\"hitsContainers\":[{\"hits\":[{\"resource\":null},{\"resource\":{}},{\"resource\":{\"@odata.type\":\"\",\"id\":\"\"}}],\"total\":-5,\"moreResultsAvailable\":true,\"aggregations\":[null]}]}]}",
        "{\"responses\":null}", "{\"responses\":[null]}", "{\"responses\":[{}]}", "{\"id\":\"01ITEMITEMITEM\",\"name\":\"x\",\"listItem\":{\"fields\":{\"\":1,\"a\":\"\\ud800\"}}}",
        "{\"id\":\"1\",\"fields\":{\"\":1,\"Title\":\"\\ud800\",\"LookupId\":2}}", "{\"canvasLayout\":{\"horizontalSections\":[null]}}", "{\"value\":[{\"link\":{},\"roles\":[null]}]}", "{\"value\":[{\"roles\":[\"read\"],\"link\":{\"scope\":\"users\"},\"grantedToIdentitiesV2\":[null]}]}",
        "{\"sharePointIds\":{\"siteUrl\":\"not an address\",\"siteId\":\"x\",\"webId\":\"y\"}}", "{\"id\":\"x\",\"webUrl\":\"javascript:alert(1)\"}", "{\"siteCollection\":{\"dataLocationCode\":\"\"}}",
    ];

    [Theory, MemberData(nameof(Bodies))]
    public async Task F09_no_body_with_status_200_gets_out_of_the_family_or_lets_anybody_in(string body)
    {
        await AssertFamilyAsync(body, 200);
    }

    public static TheoryData<int, string> Errors => new()
    {
        { 400, "" }, { 401, "null" }, { 403, "[]" }, { 404, "{\"error\":null}" }, { 404, "{\"error\":\"x\"}" }, { 409, "{\"error\":{\"code\":null}}" }, { 410, "{\"error\":{\"code\":\"resyncRequired\"}}" }, { 418, "<html>" },
        { 403, "{\"error\":{\"code\":\"\\ud800\"}}" }, { 404, "{\"error\":{\"code\":\"a\",\"innerError\":{\"code\":{\"x\":1},\"innerError\":[]}}}" }, { 500, "canary-8f3b" }, { 503, "{" }, { 599, "" }, { 204, "" }, { 206, "{}" }, { 304, "" },
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

    /// <summary>Tries every door that leads past a place where the answer is broken.</summary>
    private static async Task AssertFamilyAsync(string body, int status)
    {
        await using HostileSharePoint sharePoint = new();
        foreach ((string name, Func<ISharePointClient, Task> call) in Doors.All(Token))
        {
            sharePoint.Graph.Clear();
            sharePoint.Graph.Forget();
            await HostileSharePoint.FailureOfAsync(() => call(sharePoint.Client), name);
            Uri[] asked = [.. sharePoint.Graph.Requests.Select(request => request.Address).Distinct()];
            foreach (string place in Places.Where(place => asked.Any(address => address.AbsoluteUri.Contains(place, StringComparison.Ordinal))))
            {
                sharePoint.Graph.Clear();
                sharePoint.Graph.On(place, body, status);
                await HostileSharePoint.FailureOfAsync(() => call(sharePoint.Client), $"{name} with {place}");
            }
        }

        sharePoint.AssertKept();
    }
}
