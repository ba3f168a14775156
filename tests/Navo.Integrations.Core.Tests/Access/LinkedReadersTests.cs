using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Access;
using NSubstitute;

namespace Navo.Integrations.Core.Tests.Access;

public sealed class LinkedReadersTests
{
    private static readonly PrincipalId Entra = new(PrincipalSchemes.EntraObject, "oid-1");
    private static readonly PrincipalId Atlassian = new(PrincipalSchemes.AtlassianAccount, "5b10");
    private static readonly string[] Wanted = [PrincipalSchemes.AtlassianAccount];

    private readonly IIdentityLinker _linker = Substitute.For<IIdentityLinker>();

    [Fact]
    public async Task The_service_is_nobody_and_nobody_is_looked_up()
    {
        Assert.Null(await ResolveAsync(AccessContext.Service));
        Assert.Empty(_linker.ReceivedCalls());
    }

    [Fact]
    public async Task A_reader_whom_the_source_knows_is_not_looked_up()
    {
        Assert.Equal(Atlassian, await ResolveAsync(AccessContext.ForUser(Atlassian)));
        Assert.Empty(_linker.ReceivedCalls());
    }

    [Theory]
    [InlineData(IdentityConfidence.Exact, true)]
    [InlineData(IdentityConfidence.Verified, true)]
    [InlineData(IdentityConfidence.Claimed, false)]
    public async Task A_reader_of_another_system_is_taken_for_the_link_if_it_is_sure(IdentityConfidence confidence, bool isTaken)
    {
        Links(new(Atlassian, confidence));

        Assert.Equal(isTaken ? Atlassian : null, await ResolveAsync(AccessContext.ForUser(Entra)));
    }

    [Fact]
    public async Task A_reader_whom_nobody_knows_has_no_id()
    {
        Links(null);

        Assert.Null(await ResolveAsync(AccessContext.ForUser(Entra)));
    }

    [Fact]
    public async Task A_link_to_a_scheme_that_was_not_asked_for_is_none()
    {
        Links(new(new(PrincipalSchemes.Email, "ada@acme.test"), IdentityConfidence.Exact));

        Assert.Null(await ResolveAsync(AccessContext.ForUser(Entra)));
    }

    private void Links(IdentityLink? link) => _linker.LinkAsync(Entra, Wanted, Arg.Any<CancellationToken>()).Returns(new ValueTask<IdentityLink?>(link));

    private async Task<PrincipalId?> ResolveAsync(AccessContext reader) => await _linker.ResolveAsync(reader, Wanted, TestContext.Current.CancellationToken);
}
