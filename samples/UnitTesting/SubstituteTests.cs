using Microsoft.Extensions.Time.Testing;
using Navo.Integrations.Abstractions;
using NSubstitute;
using NSubstitute.ExceptionExtensions;

namespace UnitTesting;

/// <summary>The quickest way: a substitute for the interface, no network, no container.</summary>
public sealed class SubstituteTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);
    private static readonly AccessContext Ada = AccessContext.ForUser(new("email", "ada@example.com"));

    private readonly IIntegration _knowledge = Substitute.For<IIntegration>();
    private readonly ReadingList _list;

    public SubstituteTests()
    {
        _knowledge.Name.Returns(new IntegrationName("wiki", string.Empty));
        _list = new(_knowledge, new FakeTimeProvider(Now));
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_is_listed_with_its_age()
    {
        SearchHit hit = new() { Id = new("1"), Source = _knowledge.Name, Title = "On-call rotation", Kind = ContentKind.Page, Modified = Now.AddDays(-3) };
        _knowledge.SearchAsync(Arg.Is<SearchQuery>(query => query.Text == "on-call"), Ada, Token)
            .Returns(new SearchPage { Hits = [hit], Total = SearchTotal.Exact(1) });

        Assert.Equal(["On-call rotation, 3 days old"], await _list.FindAsync("on-call", Ada, Token));
    }

    [Fact]
    public async Task A_source_that_is_down_is_said_to_be()
    {
        _knowledge.SearchAsync(null!, null!, Token).ReturnsForAnyArgs(Task.FromException<SearchPage>(new UnavailableException("Down for maintenance.")));

        Assert.Equal(["wiki does not answer now."], await _list.FindAsync("on-call", Ada, Token));
    }

    [Fact]
    public async Task A_refused_credential_is_not_hidden()
    {
        _knowledge.SearchAsync(null!, null!, Token).ThrowsAsyncForAnyArgs(new AuthenticationException("The token was refused."));

        await Assert.ThrowsAsync<AuthenticationException>(() => _list.FindAsync("on-call", Ada, Token));
    }
}
