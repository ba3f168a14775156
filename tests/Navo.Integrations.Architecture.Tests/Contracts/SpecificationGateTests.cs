using Navo.Integrations.Contracts;

namespace Navo.Integrations.Architecture.Tests.Contracts;

/// <summary>The gate itself: right requests pass, each kind of wrong one is caught.</summary>
public sealed class SpecificationGateTests
{
    private const string Check = "/wiki/rest/api/content/42/permission/check";

    [Theory]
    [InlineData("Cloud", "GET", "/wiki/rest/api/search?cql=type%3Dpage&limit=25&expand=content.space")]
    [InlineData("Cloud", "GET", "/wiki/api/v2/pages/42?body-format=storage&include-labels=true")]
    [InlineData("Cloud", "GET", "/wiki/api/v2/pages?id=1&id=2&limit=250")]
    [InlineData("CloudGateway", "GET", "/ex/confluence/5f0c/wiki/api/v2/spaces?keys=ENG&keys=DOCS")]
    [InlineData("DataCenter", "GET", "/confluence/rest/api/search?cql=type%3Dpage&start=25&limit=25")]
    [InlineData("Cloud", "POST", Check, """{"subject":{"type":"user","identifier":"712020:a"},"operation":"read"}""")]
    public void A_right_request_passes(string edition, string method, string request, string? body = null) =>
        Assert.Empty(Violations(edition, method, request, body));

    [Theory]
    [InlineData("path is unknown", "GET", "/wiki/rest/api/serch?cql=type%3Dpage")]
    [InlineData("method DELETE is unknown", "DELETE", "/wiki/rest/api/search")]
    [InlineData("'top' is unknown", "GET", "/wiki/rest/api/search?cql=a&top=25")]
    [InlineData("'cql' is missing", "GET", "/wiki/rest/api/search?limit=25")]
    [InlineData("'limit' may not be 'many'", "GET", "/wiki/rest/api/search?cql=a&limit=many")]
    [InlineData("'limit' may not be '0'", "GET", "/wiki/api/v2/spaces?limit=0")]
    [InlineData("'limit' may not be '251'", "GET", "/wiki/api/v2/spaces?limit=251")]
    [InlineData("'limit' is sent 2 times", "GET", "/wiki/api/v2/spaces?limit=1&limit=2")]
    [InlineData("'include-labels' may not be 'True'", "GET", "/wiki/api/v2/pages/42?include-labels=True")]
    [InlineData("'body-format' may not be 'html'", "GET", "/wiki/api/v2/pages/42?body-format=html")]
    [InlineData("'id' may not be 'first'", "GET", "/wiki/api/v2/pages/first")]
    [InlineData("body is missing", "POST", Check)]
    [InlineData("body is not JSON", "POST", Check, "{")]
    [InlineData("body is wrong", "POST", Check, """{"subject":{"type":"user","identifier":"712020:a"}}""")]
    [InlineData("body is wrong", "POST", Check, """{"subject":{"type":"robot","identifier":"a"},"operation":"read"}""")]
    [InlineData("a body is sent where none belongs", "GET", "/wiki/api/v2/pages/42", "{}")]
    public void A_wrong_request_is_caught(string violation, string method, string request, string? body = null) =>
        Assert.Contains(violation, Assert.Single(Violations("Cloud", method, request, body)), StringComparison.Ordinal);

    [Fact]
    public void Data_Center_types_win_over_its_plain_string_declarations() =>
        Assert.Single(Violations("DataCenter", "GET", "/confluence/rest/api/search?cql=a&limit=many", body: null));

    [Fact]
    public void Without_the_descriptions_the_gate_says_so()
    {
        SpecificationGate gate = SpecificationGate.Load(folder: null);

        Assert.False(gate.IsAvailable);
        Assert.Contains("absent", gate.UnavailableReason, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => gate.Violations("Cloud", "GET", "/wiki/rest/api/search", body: null));
    }

    private static IReadOnlyList<string> Violations(string edition, string method, string request, string? body)
    {
        if (!SpecificationGate.Default.IsAvailable)
        {
            Assert.Skip(SpecificationGate.Default.UnavailableReason!);
        }

        return SpecificationGate.Default.Violations(edition, method, request, body);
    }
}
