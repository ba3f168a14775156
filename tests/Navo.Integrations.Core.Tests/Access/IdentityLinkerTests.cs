using Microsoft.Extensions.Time.Testing;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Access;
using NSubstitute;

namespace Navo.Integrations.Core.Tests.Access;

public sealed class IdentityLinkerTests
{
    private static readonly PrincipalId Entra = new(PrincipalSchemes.EntraObject, "oid-1");
    private static readonly PrincipalId Atlassian = new(PrincipalSchemes.AtlassianAccount, "5b10");
    private static readonly PrincipalId Mail = new(PrincipalSchemes.Email, "ada@acme.test");
    private static readonly string[] Wanted = [PrincipalSchemes.AtlassianAccount];

    private readonly FakeTimeProvider _time = new(new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Row066_an_id_that_the_system_takes_is_taken_as_it_is()
    {
        var directory = Substitute.For<IIdentityDirectory>();

        Assert.Equal(new(Atlassian, IdentityConfidence.Exact), await Linker(directory).LinkAsync(Atlassian, Wanted, TestContext.Current.CancellationToken));
        Assert.Empty(directory.ReceivedCalls());
    }

    [Fact]
    public async Task Row066_a_person_is_found_by_any_id_of_the_table()
    {
        IdentityTable table = new([[Entra, Atlassian, Mail]]);

        Assert.Equal(new(Atlassian, IdentityConfidence.Exact), await LinkAsync(Entra, table));
        Assert.Equal(new(Atlassian, IdentityConfidence.Verified), await LinkAsync(Mail, table));
        Assert.Equal(new(Atlassian, IdentityConfidence.Verified), await LinkAsync(new(PrincipalSchemes.Email, "Ada@ACME.test"), table));
    }

    [Fact]
    public async Task Row066_somebody_unknown_is_not_linked_and_stands_in_the_report_until_known()
    {
        bool isKnown = false;
        var directory = Substitute.For<IIdentityDirectory>();
        directory.FindAsync(Entra, Arg.Any<CancellationToken>()).Returns(_ => new ValueTask<IReadOnlyList<PersonIdentities>>(
            isKnown ? [Person((Entra, IdentityConfidence.Exact), (Atlassian, IdentityConfidence.Exact))] : []));
        IdentityLinker linker = Linker(directory);

        Assert.Null(await linker.LinkAsync(Entra, Wanted, TestContext.Current.CancellationToken));
        Assert.Equal([new UnlinkedPerson(Entra, PrincipalSchemes.AtlassianAccount, IdentityProblem.NoMatch, _time.GetUtcNow())], linker.GetReport());
        isKnown = true;
        Assert.NotNull(await linker.LinkAsync(Entra, Wanted, TestContext.Current.CancellationToken));
        Assert.Empty(linker.GetReport());
    }

    [Fact]
    public async Task Row066_an_address_that_nobody_verified_links_nobody()
    {
        IdentityLinker linker = Linker(Knows(Mail, Person((Mail, IdentityConfidence.Claimed), (Atlassian, IdentityConfidence.Exact))));

        Assert.Null(await linker.LinkAsync(Mail, Wanted, TestContext.Current.CancellationToken));
        Assert.Equal(IdentityProblem.NotVerified, Assert.Single(linker.GetReport()).Problem);
    }

    [Fact]
    public async Task Row066_two_people_with_one_address_are_a_doubt_and_not_the_first_of_them()
    {
        PrincipalId other = new(PrincipalSchemes.AtlassianAccount, "77");
        IdentityTable table = new([[Mail, Atlassian], [Mail, other]]);
        IdentityLinker linker = Linker(table);

        Assert.Null(await linker.LinkAsync(Mail, Wanted, TestContext.Current.CancellationToken));
        Assert.Equal(IdentityProblem.Ambiguous, Assert.Single(linker.GetReport()).Problem);
    }

    [Fact]
    public async Task Row066_directories_that_disagree_are_a_doubt_unless_one_is_surer()
    {
        PrincipalId other = new(PrincipalSchemes.AtlassianAccount, "77");
        IIdentityDirectory exact = Knows(Entra, Person((Entra, IdentityConfidence.Exact), (Atlassian, IdentityConfidence.Exact)));

        Assert.Null(await LinkAsync(Entra, exact, Knows(Entra, Person((Entra, IdentityConfidence.Exact), (other, IdentityConfidence.Exact)))));
        Assert.Equal(Atlassian, (await LinkAsync(Entra, exact, Knows(Entra, Person((Entra, IdentityConfidence.Exact), (other, IdentityConfidence.Verified)))))?.Id);
    }

    [Fact]
    public async Task Row066_the_preferred_scheme_comes_first()
    {
        PrincipalId key = new(PrincipalSchemes.ConfluenceUserKey, "k-1"), name = new(PrincipalSchemes.ConfluenceUsername, "ada");
        IdentityLinker linker = Linker(new IdentityTable([[Entra, name, key]]));

        Assert.Equal(key, (await linker.LinkAsync(Entra, [PrincipalSchemes.ConfluenceUserKey, PrincipalSchemes.ConfluenceUsername], TestContext.Current.CancellationToken))?.Id);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task An_address_of_two_people_is_a_doubt_though_only_one_of_them_is_in_the_other_system(int directories)
    {
        IIdentityDirectory table = new IdentityTable([[Mail, Atlassian], [Mail, Entra]]);
        IdentityLinker linker = Linker([.. Enumerable.Repeat(table, directories)]);

        Assert.Null(await linker.LinkAsync(Mail, Wanted, TestContext.Current.CancellationToken));
        Assert.Equal(IdentityProblem.Ambiguous, Assert.Single(linker.GetReport()).Problem);
    }

    [Fact]
    public async Task A_doubt_of_one_directory_is_not_lifted_by_another_that_is_sure()
    {
        IIdentityDirectory sure = new IdentityTable([[Mail, Atlassian]]);

        Assert.Null(await LinkAsync(Mail, new IdentityTable([[Mail, Atlassian], [Mail, Entra]]), sure));
    }

    [Fact]
    public async Task An_id_that_a_person_has_twice_counts_as_the_surer_one()
    {
        IIdentityDirectory directory = Knows(Mail, Person((Mail, IdentityConfidence.Claimed), (Mail, IdentityConfidence.Verified), (Atlassian, IdentityConfidence.Exact)));

        Assert.Equal(new(Atlassian, IdentityConfidence.Verified), await LinkAsync(Mail, directory));
    }

    [Theory]
    [InlineData(PrincipalSchemes.Email, true)]
    [InlineData(PrincipalSchemes.UserPrincipalName, true)]
    [InlineData(PrincipalSchemes.EntraObject, false)]
    [InlineData(PrincipalSchemes.ConfluenceUserKey, false)]
    public async Task Only_addresses_are_the_same_whatever_their_case(string scheme, bool isFound)
    {
        IdentityTable table = new([[new(scheme, "ada@ACME.test"), Atlassian]]);

        Assert.Equal(isFound ? Atlassian : null, (await LinkAsync(new(scheme, "Ada@acme.TEST"), table))?.Id);
        Assert.Equal(Atlassian, (await LinkAsync(new(scheme, "ada@ACME.test"), table))?.Id);
    }

    private async Task<IdentityLink?> LinkAsync(PrincipalId person, params IIdentityDirectory[] directories) =>
        await Linker(directories).LinkAsync(person, Wanted, TestContext.Current.CancellationToken);

    private IdentityLinker Linker(params IIdentityDirectory[] directories) => new(directories, _time);

    private static PersonIdentities Person(params (PrincipalId Id, IdentityConfidence Confidence)[] ids) => new() { Ids = [.. ids.Select(i => new IdentityLink(i.Id, i.Confidence))] };

    private static IIdentityDirectory Knows(PrincipalId id, PersonIdentities person)
    {
        var directory = Substitute.For<IIdentityDirectory>();
        directory.FindAsync(id, Arg.Any<CancellationToken>()).Returns(new ValueTask<IReadOnlyList<PersonIdentities>>([person]));
        return directory;
    }
}
