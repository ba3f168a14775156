using System.Net;
using Navo.Integrations.Abstractions;
using RichardSzalay.MockHttp;

namespace Navo.Integrations.Confluence.Tests.Client;

public sealed class DataCenterAccessTests : IAsyncDisposable
{
    private readonly ConfluenceHost _host = new(isDataCenter: true);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("staff", "", "", PermissionOutcome.Allow, PermissionReason.Granted)]
    [InlineData("staff hr-leads", "hr-leads", "", PermissionOutcome.Allow, PermissionReason.Granted)]
    [InlineData("staff", "hr-leads", "", PermissionOutcome.Deny, PermissionReason.AncestorRestricted)]
    [InlineData("staff", "hr-leads", "staff", PermissionOutcome.Deny, PermissionReason.AncestorRestricted)]
    [InlineData("staff hr-leads", "hr-leads", "board", PermissionOutcome.Deny, PermissionReason.ItemRestricted)]
    [InlineData("hr-leads board", "hr-leads", "board", PermissionOutcome.Deny, PermissionReason.ContainerNotVisible)]
    [InlineData("staff hr-leads board", "hr-leads", "board", PermissionOutcome.Allow, PermissionReason.Granted)]
    public async Task Row059_a_reader_must_pass_the_space_every_ancestor_and_the_page(string groups, string onAncestor, string onPage, PermissionOutcome outcome, PermissionReason reason)
    {
        ArrangePage(spaceSubjects: """{"type":"group","displayName":"staff"}""");
        ArrangeUser(groups.Split(' '));
        ArrangeRestriction("10", onAncestor);
        ArrangeRestriction("42", onPage);

        PermissionDecision decision = await _host.Client.CheckPermissionsAsync(new("42"), ConfluenceHost.AdaByName, Token);

        Assert.Equal((outcome, reason), (decision.Outcome, decision.Reason));
    }

    [Fact]
    public async Task Row058_a_space_open_to_anonymous_is_open_to_everybody_signed_in()
    {
        ArrangePage(spaceSubjects: """{"type":"anonymous"}""");
        ArrangeUser([]);
        ArrangeRestriction("10", "");
        ArrangeRestriction("42", "");
        Assert.True((await _host.Client.CheckPermissionsAsync(new("42"), ConfluenceHost.AdaByName, Token)).IsAllowed);
    }

    [Fact]
    public async Task Row058_only_the_permission_to_view_the_space_counts()
    {
        ArrangePage(spaceSubjects: """{"type":"group","displayName":"staff"}""", operation: "create", target: "page");
        ArrangeUser(["staff"]);
        ArrangeRestriction("10", "");
        ArrangeRestriction("42", "");
        PermissionDecision decision = await _host.Client.CheckPermissionsAsync(new("42"), ConfluenceHost.AdaByName, Token);
        Assert.Equal(PermissionReason.ContainerNotVisible, decision.Reason);
    }

    [Theory]
    [InlineData(HttpStatusCode.NotFound, PermissionReason.PolicyUnreadable)]
    [InlineData(HttpStatusCode.Forbidden, PermissionReason.PolicyUnreadable)]
    [InlineData(HttpStatusCode.InternalServerError, PermissionReason.SourceFailed)]
    public async Task Row060_an_ancestor_that_cannot_be_read_leaves_the_decision_unknown(HttpStatusCode status, PermissionReason reason)
    {
        ArrangePage(spaceSubjects: """{"type":"group","displayName":"staff"}""");
        ArrangeUser(["staff"]);
        _host.Answer("/rest/api/content/10/restriction/byOperation/read", "{}", status);
        ArrangeRestriction("42", "");

        PermissionDecision decision = await _host.Client.CheckPermissionsAsync(new("42"), ConfluenceHost.AdaByName, Token);

        Assert.Equal((PermissionOutcome.Unknown, reason), (decision.Outcome, decision.Reason));
    }

    [Fact]
    public async Task Row060_space_permissions_that_cannot_be_read_leave_the_decision_unknown()
    {
        ArrangePage(spaceSubjects: "");
        _host.Wire.Clear();
        ArrangePage(spaceSubjects: "", spaceStatus: HttpStatusCode.Forbidden);
        ArrangeUser(["staff"]);
        ArrangeRestriction("10", "");
        ArrangeRestriction("42", "");
        PermissionDecision decision = await _host.Client.CheckPermissionsAsync(new("42"), ConfluenceHost.AdaByName, Token);
        Assert.Equal((PermissionOutcome.Unknown, PermissionReason.PolicyUnreadable), (decision.Outcome, decision.Reason));
    }

    [Fact]
    public async Task Row060_an_answer_without_the_lists_is_not_an_answer_without_restrictions()
    {
        ArrangePage(spaceSubjects: """{"type":"group","displayName":"staff"}""");
        ArrangeUser(["staff"]);
        _host.Answer("/rest/api/content/10/restriction/byOperation/read", """{"operation":"read","restrictions":{}}""");
        ArrangeRestriction("42", "");
        Assert.Equal(PermissionOutcome.Unknown, (await _host.Client.CheckPermissionsAsync(new("42"), ConfluenceHost.AdaByName, Token)).Outcome);
    }

    [Fact]
    public async Task Row061_restrictions_are_read_to_the_end_even_where_the_server_lowers_the_page_size()
    {
        ArrangePage(spaceSubjects: """{"type":"group","displayName":"staff"}""");
        ArrangeUser(["staff"]);
        ArrangeRestriction("10", "");
        _host.Wire.When(_host.Absolute("/rest/api/content/42/restriction/byOperation/read")).Respond(request =>
        {
            int start = int.Parse(System.Web.HttpUtility.ParseQueryString(request.RequestUri!.Query)["start"]!, System.Globalization.CultureInfo.InvariantCulture);
            IEnumerable<string> users = Enumerable.Range(0, 401).Skip(start).Take(100).Select(i => $$$"""{"type":"known","username":"{{{(i == 400 ? "ada" : $"user{i}")}}}"}""");
            return new HttpResponseMessage { Content = new StringContent($$$"""{"restrictions":{"user":{"results":[{{{string.Join(',', users)}}}]},"group":{"results":[]} } }""", null, "application/json") };
        });

        Assert.True((await _host.Client.CheckPermissionsAsync(new("42"), ConfluenceHost.AdaByName, Token)).IsAllowed);
    }

    [Theory]
    [InlineData("attachment", "staff hr-leads", PermissionOutcome.Allow, PermissionReason.Granted)]
    [InlineData("attachment", "staff", PermissionOutcome.Deny, PermissionReason.AncestorRestricted)]
    [InlineData("comment", "staff hr-leads", PermissionOutcome.Allow, PermissionReason.Granted)]
    [InlineData("comment", "staff", PermissionOutcome.Deny, PermissionReason.AncestorRestricted)]
    public async Task Row062_what_hangs_on_a_page_has_the_whole_policy_of_that_page(string type, string groups, PermissionOutcome outcome, PermissionReason reason)
    {
        ArrangePage(spaceSubjects: """{"type":"group","displayName":"staff"}""");
        ArrangeUser(groups.Split(' '));
        ArrangeRestriction("10", "hr-leads");
        ArrangeRestriction("42", "");
        _host.Answer("/rest/api/content/att7", $$$"""{"id":"att7","type":"{{{type}}}","title":"plan.csv","space":{"key":"HR"},"ancestors":[],"container":{"id":"42","type":"page","title":"Salaries"}}""");

        PermissionDecision decision = await _host.Client.CheckPermissionsAsync(new("att7"), ConfluenceHost.AdaByName, Token);

        Assert.Equal((outcome, reason), (decision.Outcome, decision.Reason));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("""{"id":5,"key":"HR","name":"People"}""")]
    [InlineData("""{"id":"8","type":"custom"}""")]
    public async Task Row062_what_hangs_on_something_unknown_is_unknown(string container)
    {
        ArrangeUser(["staff"]);
        _host.Answer("/rest/api/content/att7", $$$"""{"id":"att7","type":"attachment","space":{"key":"HR"},"ancestors":[],"container":{{{container}}} }""");

        PermissionDecision decision = await _host.Client.CheckPermissionsAsync(new("att7"), ConfluenceHost.AdaByName, Token);

        Assert.Equal((PermissionOutcome.Unknown, PermissionReason.PolicyUnreadable), (decision.Outcome, decision.Reason));
    }

    [Fact]
    public async Task Row063_groups_are_read_to_the_end()
    {
        ArrangePage(spaceSubjects: """{"type":"group","displayName":"last"}""");
        _host.Answer("/rest/api/user?username=ada", """{"type":"known","username":"ada","userKey":"k-1"}""");
        _host.Wire.When(_host.Absolute("/rest/api/user/memberof")).With(r => !r.RequestUri!.Query.Contains("start", StringComparison.Ordinal))
            .Respond("application/json", """{"results":[{"name":"first"}],"_links":{"next":"/rest/api/user/memberof?username=ada&limit=200&start=1"}}""");
        _host.Wire.When(_host.Absolute("/rest/api/user/memberof")).With(r => r.RequestUri!.Query.Contains("start=1", StringComparison.Ordinal))
            .Respond("application/json", """{"results":[{"name":"last"}]}""");
        ArrangeRestriction("10", "");
        ArrangeRestriction("42", "");
        Assert.True((await _host.Client.CheckPermissionsAsync(new("42"), ConfluenceHost.AdaByName, Token)).IsAllowed);
    }

    [Theory]
    [InlineData("\"status\":\"archived\",", PermissionReason.Granted)]
    [InlineData("\"status\":\"draft\",", PermissionReason.NotFoundOrNotVisible)]
    [InlineData("\"status\":\"trashed\",", PermissionReason.NotFoundOrNotVisible)]
    [InlineData("", PermissionReason.NotFoundOrNotVisible)]
    public async Task Row022_of_what_is_not_current_only_the_archived_is_for_readers(string status, PermissionReason reason)
    {
        ArrangeUser(["staff"]);
        _host.Wire.When(_host.Absolute("/rest/api/content/42")).With(r => !r.RequestUri!.Query.Contains("status=any", StringComparison.Ordinal)).Respond(HttpStatusCode.NotFound);
        ArrangePage(spaceSubjects: """{"type":"anonymous"}""", status: status);
        ArrangeRestriction("10", "");
        ArrangeRestriction("42", "");
        Assert.Equal(reason, (await _host.Client.CheckPermissionsAsync(new("42"), ConfluenceHost.AdaByName, Token)).Reason);
    }

    [Fact]
    public async Task T16_a_user_restriction_is_met_by_key_or_name_never_by_display_name()
    {
        ArrangePage(spaceSubjects: """{"type":"known","displayName":"ada"}""");
        ArrangeUser(["staff"]);
        ArrangeRestriction("10", "");
        ArrangeRestriction("42", "");
        Assert.Equal(PermissionReason.ContainerNotVisible, (await _host.Client.CheckPermissionsAsync(new("42"), ConfluenceHost.AdaByName, Token)).Reason);
    }

    [Fact]
    public async Task T16_a_user_whom_the_instance_does_not_know_is_unknown()
    {
        ArrangePage(spaceSubjects: """{"type":"anonymous"}""");
        _host.Answer("/rest/api/user", "{}", HttpStatusCode.NotFound);
        PermissionDecision decision = await _host.Client.CheckPermissionsAsync(new("42"), ConfluenceHost.AdaByName, Token);
        Assert.Equal((PermissionOutcome.Unknown, PermissionReason.PrincipalNotResolved), (decision.Outcome, decision.Reason));
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private void ArrangePage(string spaceSubjects, string operation = "read", string target = "space", HttpStatusCode spaceStatus = HttpStatusCode.OK, string status = "")
    {
        _host.Answer("/rest/api/content/42", $$$"""{"id":"42","type":"page",{{{status}}}"title":"Salaries","space":{"key":"HR"},"ancestors":[{"id":"10","type":"page","title":"Board"}]}""");
        string permission = $$$"""[{"operation":{"operationKey":"{{{operation}}}","targetType":"{{{target}}}"},"subject":{{{(spaceSubjects.Length == 0 ? "null" : spaceSubjects)}}} }]""";
        _host.Answer("/rest/api/space/HR/permissions", permission, spaceStatus);
    }

    private void ArrangeUser(string[] groups)
    {
        _host.Answer("/rest/api/user?username=ada", """{"type":"known","username":"ada","userKey":"k-1"}""");
        string entries = string.Join(',', groups.Select(g => $$$"""{"type":"group","name":"{{{g}}}"}"""));
        _host.Answer("/rest/api/user/memberof", $$$"""{"results":[{{{entries}}}]}""");
    }

    private void ArrangeRestriction(string id, string group)
    {
        string entry = group.Length == 0 ? "" : $$$"""{"type":"group","name":"{{{group}}}"}""";
        _host.Wire.When(_host.Absolute($"/rest/api/content/{id}/restriction/byOperation/read")).With(r => r.RequestUri!.Query.Contains("start=0", StringComparison.Ordinal))
            .Respond("application/json", $$$"""{"restrictions":{"user":{"results":[]},"group":{"results":[{{{entry}}}] } } }""");
        _host.Wire.When(_host.Absolute($"/rest/api/content/{id}/restriction/byOperation/read")).With(r => !r.RequestUri!.Query.Contains("start=0", StringComparison.Ordinal))
            .Respond("application/json", """{"restrictions":{"user":{"results":[]},"group":{"results":[]}}}""");
    }
}
