using Navo.Integrations.Abstractions;

namespace Navo.Integrations.SharePoint.Tests.Adversary;

/// <summary>Ids, names and queries that try to be more than they are.</summary>
public sealed class HostileInputTests
{
    private static readonly string[] Odd = ["..", ".", "../..", "..\\..", "%2e%2e", "a/../../users", "/", "//evil.example/", "a?b=c", "a#b", "a\u0000b", "a\r\nHost: evil.example", "\ud800", "me", "$count", " ", "'", "@evil.example", "https://evil.example/"];

    // What is asked besides, on the way to what the name is of.
    private static readonly string[] Beside = [$"/v1.0/drives/{DecentTenant.Drive}", $"/v1.0/sites/{DecentTenant.SiteId}", $"/v1.0/drives/{DecentTenant.Drive}/items/{DecentTenant.Item}"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Ids =>
    [
        $"drives/{DecentTenant.Drive}/items/{DecentTenant.Item}/", $"/drives/{DecentTenant.Drive}/items/{DecentTenant.Item}", $"drives/{DecentTenant.Drive}/items/../items/{DecentTenant.Item}", $"DRIVES/{DecentTenant.Drive}/items/{DecentTenant.Item}",
        $"drives/{DecentTenant.Drive}/items/{DecentTenant.Item}?$expand=permissions", $"drives/{DecentTenant.Drive}/items/01itemitemitem", $"drives/{DecentTenant.Drive}/items/root", $"drives/{DecentTenant.Drive}/root", $"drives/b!../items/{DecentTenant.Item}",
        $"drives/{DecentTenant.Drive}%2Fitems/{DecentTenant.Item}", $"users/{DecentTenant.User}", "sites/root", $"sites/{DecentTenant.SiteId}/lists/{DecentTenant.List}/items/01", $"sites/{DecentTenant.SiteId}/lists/{DecentTenant.List}/items/0", $"sites/{DecentTenant.SiteId.ToUpperInvariant()}",
        $"sites/{DecentTenant.SiteId}/pages/{DecentTenant.Page}/webparts", "https://graph.microsoft.com/v1.0/me", "98310", "..", $"drives/{DecentTenant.Drive}/items/{DecentTenant.Item}\u200b",
    ];

    [Theory, MemberData(nameof(Ids))]
    public async Task T07_an_id_in_another_spelling_is_absent_and_asks_nothing(string id)
    {
        await using HostileSharePoint sharePoint = new();
        foreach (AccessContext who in (AccessContext[])[AccessContext.Service, DecentTenant.Reader])
        {
            ISharePointClient client = sharePoint.Client;
            await Assert.ThrowsAsync<NotFoundException>(() => client.GetContentAsync(new(id), who, Token));
            await Assert.ThrowsAsync<NotFoundException>(() => client.GetDocumentContentAsync(new(id), who, Token));
            await Assert.ThrowsAsync<NotFoundException>(() => Doors.AllAsync(client.TrackDocumentVersionsAsync(new(id), who, Token)));
            await Assert.ThrowsAsync<NotFoundException>(() => Doors.AllAsync(client.GetChildrenAsync(new(id), who, Token)));
            await Assert.ThrowsAsync<NotFoundException>(() => Doors.AllAsync(client.GetListItemsAsync(new(id), DecentTenant.List, who, Token)));
            Assert.Equal(PermissionOutcome.Deny, (await client.CheckPermissionsAsync(new(id), who, Token)).Outcome);
        }

        Assert.Empty(sharePoint.Graph.Requests);
    }

    [Fact]
    public async Task T07_no_name_that_a_caller_gives_leads_to_another_resource()
    {
        await using HostileSharePoint sharePoint = new();
        ISharePointClient client = sharePoint.Client;
        foreach (string odd in Odd)
        {
            (string Prefix, Func<Task> Call)[] calls =
            [
                ("/v1.0/teams/", () => Doors.AllAsync(client.GetChannelsAsync(odd, AccessContext.Service, Token))),
                ("/v1.0/teams/", () => client.GetChannelFolderAsync(new(odd, "channel", "x", TeamsChannelKind.Standard, null), AccessContext.Service, Token)),
                ("/v1.0/teams/team/channels/", () => client.GetChannelFolderAsync(new("team", odd, "x", TeamsChannelKind.Standard, null), AccessContext.Service, Token)),
                ("/v1.0/teams/team/channels/", () => Doors.AllAsync(client.GetChannelMembersAsync(new("team", odd, "x", TeamsChannelKind.Standard, null), AccessContext.Service, Token))),
                ("/v1.0/drives/", () => Doors.AllAsync(client.GetLibraryItemsAsync(odd, AccessContext.Service, Token))),
                ($"/v1.0/sites/{DecentTenant.SiteId}/lists/", () => Doors.AllAsync(client.GetListItemsAsync(DecentTenant.SiteContent, odd, AccessContext.Service, Token))),
                ($"/v1.0/drives/{DecentTenant.Drive}/items/{DecentTenant.Item}/versions/", () => client.GetDocumentVersionContentAsync(DecentTenant.Document, odd, AccessContext.Service, Token)),
                ("/v1.0/users/", () => Doors.AllAsync(client.GetTeamsAsync(new PrincipalId(PrincipalSchemes.EntraObject, odd), AccessContext.Service, Token))),
                ("/v1.0/users/", () => client.GetOneDriveAsync(new PrincipalId(PrincipalSchemes.EntraObject, odd), AccessContext.Service, Token)),
                ("/v1.0/users/", () => client.CheckPermissionsAsync(DecentTenant.Document, AccessContext.ForUser(new(PrincipalSchemes.UserPrincipalName, odd)), Token)),
            ];
            foreach ((string prefix, Func<Task> call) in calls)
            {
                sharePoint.Graph.Forget();
                Exception? failure = await Record.ExceptionAsync(() => Task.Run(call, Token).WaitAsync(HostileSharePoint.Patience, TimeProvider.System, Token));
                Assert.True(failure is null or IntegrationException or ArgumentException, $"'{odd}' below {prefix}: {failure}");
                int depth = prefix.Count(c => c == '/');
                Uri[] asked = [.. sharePoint.Graph.Requests.Select(request => request.Address).Where(address => !Beside.Contains(Uri.UnescapeDataString(address.AbsolutePath)))];
                Assert.All(asked, address => Assert.True(IsBelow(address, prefix) && address.Segments.Length > depth && address.Segments[depth].Trim('/').Length > 0, $"'{odd}' below {prefix} asks {address}"));
            }
        }

        sharePoint.AssertKept();
    }

    [Theory]
    [InlineData("default user")]
    [InlineData("null question")]
    [InlineData("null channel")]
    [InlineData("null team of channel")]
    [InlineData("default id")]
    [InlineData("null reader")]
    public async Task What_is_missing_is_a_bad_argument_and_never_a_null_reference(string what)
    {
        await using HostileSharePoint sharePoint = new();
        ISharePointClient client = sharePoint.Client;
        Func<Task>[] calls = what switch
        {
            "default user" => [() => client.GetOneDriveAsync(default, AccessContext.Service, Token), () => Doors.AllAsync(client.GetTeamsAsync(default(PrincipalId), AccessContext.Service, Token))],
            "null question" => [() => Doors.AllAsync(client.CheckPermissionsManyAsync([null!], null, Token)), () => Doors.AllAsync(client.SearchManyAsync([null!], AccessContext.Service, null, Token)), () => Doors.AllAsync(client.CheckPermissionsManyAsync([new(DecentTenant.Document, null!)], null, Token))],
            "null channel" => [() => client.GetChannelFolderAsync(null!, AccessContext.Service, Token), () => Doors.AllAsync(client.GetChannelMembersAsync(null!, AccessContext.Service, Token))],
            "null team of channel" => [() => client.GetChannelFolderAsync(new(null!, null!, "x", TeamsChannelKind.Other, null), AccessContext.Service, Token)],
            "default id" => [() => client.GetContentAsync(default, AccessContext.Service, Token), () => client.CheckPermissionsAsync(default, DecentTenant.Reader, Token), () => Doors.AllAsync(client.GetChildrenAsync(default, AccessContext.Service, Token)), () => client.GetAccessPolicyAsync(default, Token), () => Doors.AllAsync(client.GetPagesAsync(default, AccessContext.Service, Token))],
            _ => [() => client.GetContentAsync(DecentTenant.Document, null!, Token), () => client.ExplainAsync(DecentTenant.Document, null!, Token), () => Doors.AllAsync(client.GetPagesAsync(DecentTenant.SiteContent, null!, Token)), () => Doors.AllAsync(client.TrackDocumentVersionsAsync(DecentTenant.Document, null!, Token)), () => client.CountDocumentsAsync(Kql.Text("a"), "b", null!, Token)],
        };
        foreach (Func<Task> call in calls)
        {
            Exception? failure = await Record.ExceptionAsync(() => Task.Run(call, Token).WaitAsync(HostileSharePoint.Patience, TimeProvider.System, Token));
            Assert.True(failure is ArgumentException or InvalidQueryException or NotFoundException, $"{what}: {failure}");
        }
    }

    public static TheoryData<string> Escapes =>
    [
        "a) OR path:\"https://contoso.sharepoint.com/sites/hr/\" OR (b", "\" OR path:https://contoso.sharepoint.com/sites/hr OR \"", "a OR NOT path:x", "a\nOR\nb", "\u201C) OR (\u201D", "path:https://contoso.sharepoint.com/sites/hr", "a AND NOT (b", "NOT NOT a", "((((", "a\" \"b", "{searchTerms}", "XRANK(cb=1) a", "a*) OR (*",
        "SPSiteURL=https://contoso.sharepoint.com/sites/hr", "ＯＲ ） OR （", "a\\\") OR (\"b",
    ];

    [Theory, MemberData(nameof(Escapes))]
    public async Task T07_no_words_lead_out_of_the_configured_sites(string text)
    {
        await using HostileSharePoint sharePoint = new(options => options.Sites = ["https://contoso.sharepoint.com/sites/eng"]);
        sharePoint.Graph.On("/search/query", DecentTenant.Answer(new("https://graph.microsoft.com/v1.0/search/query"), string.Empty).Replace("44444444-4444-4444-4444-444444444444", "77777777-7777-7777-7777-777777777777", StringComparison.Ordinal));
        sharePoint.Graph.On("77777777", $$"""{"id":"{{DecentTenant.SiteId.Replace("44444444-4444-4444-4444-444444444444", "77777777-7777-7777-7777-777777777777", StringComparison.Ordinal)}}","webUrl":"https://contoso.sharepoint.com/sites/engineering"}""");
        SearchPage? page = null;
        Exception? failure = await Record.ExceptionAsync(async () => page = await sharePoint.Client.SearchAsync(new(text), AccessContext.Service, Token));
        Assert.True(failure is null or InvalidQueryException, failure?.ToString());
        Assert.Empty(page?.Hits ?? []); // even if Graph finds something elsewhere, in a site whose address begins alike
        foreach ((_, _, string body) in sharePoint.Graph.Requests.Where(request => request.Body.Length > 0))
        {
            string kql = System.Text.Json.Nodes.JsonNode.Parse(body)!["requests"]![0]!["query"]!["queryString"]!.ToString();
            IReadOnlyList<string> tokens = Queries.KqlTree.Tokens(kql);
            Assert.Equal(["Path:\"https://contoso.sharepoint.com/sites/eng/\"", "AND"], tokens.Take(2));
            Assert.DoesNotContain(tokens.Skip(1), token => token.StartsWith("path:", StringComparison.OrdinalIgnoreCase) || token.StartsWith("SPSiteURL", StringComparison.OrdinalIgnoreCase));
            Assert.DoesNotContain(Outermost(tokens), token => token is "OR" or "NOT");
        }
    }

    [Theory]
    [InlineData("https://evil.example/sites/eng")]
    [InlineData("https://contoso.sharepoint.com/sites/eng/../hr")]
    [InlineData("https://contoso.sharepoint.com/sites/engineering")]
    [InlineData("https://contoso.sharepoint.com:8443/sites/eng")]
    [InlineData("https://contoso.sharepoint.com@evil.example/sites/eng")]
    [InlineData("http://contoso.sharepoint.com/sites/eng")]
    [InlineData("/sites/eng/%2e%2e/../hr")]
    [InlineData("/sites/eng/..")]
    [InlineData("eng/../hr")]
    [InlineData("hr")]
    [InlineData("contoso.sharepoint.com,77777777-7777-7777-7777-777777777777,55555555-5555-5555-5555-555555555555")]
    [InlineData("\ud800")]
    [InlineData("")]
    public async Task T05_a_query_cannot_name_a_site_out_of_bounds(string container)
    {
        await using HostileSharePoint sharePoint = new(options => options.Sites = ["https://contoso.sharepoint.com/sites/eng"]);
        sharePoint.Graph.On("77777777", $$"""{"id":"x","webUrl":"https://contoso.sharepoint.com/sites/hr"}""");
        await Assert.ThrowsAsync<InvalidQueryException>(() => sharePoint.Client.SearchAsync(new("plan") { Containers = [container] }, AccessContext.Service, Token));
        Assert.DoesNotContain(sharePoint.Graph.Requests, request => request.Address.AbsolutePath.EndsWith("/query", StringComparison.Ordinal));
    }

    [Fact]
    public async Task T01_a_page_token_counts_for_its_own_query_and_reader_only()
    {
        await using HostileSharePoint sharePoint = new();
        sharePoint.Graph.On("/search/query", DecentTenant.Answer(new("https://graph.microsoft.com/v1.0/search/query"), string.Empty).Replace("\"moreResultsAvailable\":false", "\"moreResultsAvailable\":true", StringComparison.Ordinal));
        string token = (await sharePoint.Client.SearchAsync(new("plan"), AccessContext.Service, Token)).Continuation!;
        string ofReader = (await sharePoint.Client.SearchAsync(new("plan"), DecentTenant.Reader, Token)).Continuation!;
        await sharePoint.Client.SearchAsync(new("plan") { Continuation = token }, AccessContext.Service, Token);
        foreach ((SearchQuery query, AccessContext who) in (ValueTuple<SearchQuery, AccessContext>[])
        [
            (new("plan") { Continuation = ofReader }, AccessContext.Service), (new("plan") { Continuation = token }, DecentTenant.Reader), (new("plans") { Continuation = token }, AccessContext.Service), (new("plan") { Continuation = token, Limit = 7 }, AccessContext.Service),
            (new("plan") { Continuation = $"{token}0" }, AccessContext.Service), (new("plan") { Continuation = token[1..] }, AccessContext.Service), (new("plan") { Continuation = string.Empty }, AccessContext.Service), (new("plan") { Continuation = "0000000000000000.-1" }, AccessContext.Service),
        ])
        {
            await Assert.ThrowsAsync<InvalidQueryException>(() => sharePoint.Client.SearchAsync(query, who, Token));
        }

        await Assert.ThrowsAsync<InvalidQueryException>(() => sharePoint.Client.SearchDocumentsAsync(new(Kql.Text("plan")) { Continuation = token }, AccessContext.Service, Token));
    }

    private static bool IsBelow(Uri address, string prefix) => Uri.UnescapeDataString(address.AbsolutePath).StartsWith(prefix, StringComparison.Ordinal);

    private static IEnumerable<string> Outermost(IReadOnlyList<string> tokens)
    {
        int depth = 0;
        foreach (string token in tokens)
        {
            depth += token == "(" ? 1 : token == ")" ? -1 : 0;
            if (depth == 0)
            {
                yield return token;
            }
        }
    }
}
