using Microsoft.Extensions.DependencyInjection;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Access;
using Navo.Integrations.Testing.Confluence;

namespace Navo.Integrations.Confluence.Tests.Simulated;

/// <summary>Policies, explanations and readers of other systems, on every edition.</summary>
public sealed class ExplainTests
{
    private const string Inherited = "Salary review notes";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<ConfluenceEdition> Editions { get; } = [ConfluenceEdition.Cloud, ConfluenceEdition.CloudGateway, ConfluenceEdition.DataCenter];

    [Theory, MemberData(nameof(Editions))]
    public async Task Row059_A_policy_holds_a_clause_for_the_space_and_each_restriction_and_agrees_with_the_decision(ConfluenceEdition edition)
    {
        await using SimulatedConfluence confluence = await SimulatedConfluence.StartAsync(edition);
        ContentId id = confluence.IdOf(Inherited);

        AccessPolicy policy = await confluence.Client.GetAccessPolicyAsync(id, Token);

        Assert.Equal(AccessClauseSource.Container, policy.Clauses[0].Source);
        Assert.Contains(policy.Clauses, clause => clause.Source != AccessClauseSource.Container);
        Assert.NotNull(policy.Version);
        Assert.Equal(policy.Clauses.Count, policy.ToTokens().Count);
        foreach (string name in new[] { "ada", "ben" })
        {
            AccessExplanation explanation = await confluence.Client.ExplainAsync(id, confluence.Reader(name), Token);
            Assert.Equal(explanation.Decision.IsAllowed, explanation.Verdicts.All(verdict => verdict.IsSatisfied));
        }
    }

    [Theory, MemberData(nameof(Editions))]
    public async Task A_denial_is_explained_to_an_administrator_by_name_and_to_the_reader_without_one(ConfluenceEdition edition)
    {
        await using SimulatedConfluence confluence = await SimulatedConfluence.StartAsync(edition);

        AccessExplanation explanation = await confluence.Client.ExplainAsync(confluence.IdOf(Inherited), confluence.Reader("ben"), Token);

        Assert.Equal(PermissionOutcome.Deny, explanation.Decision.Outcome);
        ClauseVerdict denying = Assert.Single(explanation.Verdicts, verdict => !verdict.IsSatisfied);
        Assert.Contains($"{denying.Clause.SourceId} '{denying.Clause.SourceName}'", explanation.ForAdministrator, StringComparison.Ordinal);
        Assert.DoesNotContain(denying.Clause.SourceName!, explanation.ForReader, StringComparison.Ordinal);
        Assert.DoesNotContain(Inherited, explanation.ForReader, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Editions))]
    public async Task An_absent_item_is_explained_without_a_policy(ConfluenceEdition edition)
    {
        await using SimulatedConfluence confluence = await SimulatedConfluence.StartAsync(edition);

        AccessExplanation explanation = await confluence.Client.ExplainAsync(new("987654321"), confluence.Reader("ben"), Token);

        Assert.False(explanation.Decision.IsAllowed);
        Assert.Null(explanation.Policy);
        await Assert.ThrowsAsync<NotFoundException>(() => confluence.Client.GetAccessPolicyAsync(new("987654321"), Token));
    }

    [Theory, MemberData(nameof(Editions))]
    public async Task Row027_A_policy_outside_the_configured_spaces_looks_absent(ConfluenceEdition edition)
    {
        await using SimulatedConfluence confluence = await SimulatedConfluence.StartAsync(edition, configure: o => o.Spaces = ["DOCS"]);

        await Assert.ThrowsAsync<NotFoundException>(() => confluence.Client.GetAccessPolicyAsync(confluence.IdOf("Deployment process"), Token));
    }

    [Theory, MemberData(nameof(Editions))]
    public async Task Row066_A_reader_of_another_system_passes_only_where_an_id_is_known_for_sure(ConfluenceEdition edition)
    {
        PrincipalId entra = new(PrincipalSchemes.EntraObject, "oid-ada");
        List<IReadOnlyList<PrincipalId>> people = [];
        await using SimulatedConfluence confluence = await SimulatedConfluence.StartAsync(
            edition, services: services => services.AddSingleton<IIdentityDirectory>(_ => new IdentityTable(people)));
        ContentId id = confluence.IdOf(Inherited);
        people.Add([entra, confluence.Reader("ada").User!.Value]);

        PermissionDecision known = await confluence.Client.CheckPermissionsAsync(id, AccessContext.ForUser(entra), Token);
        PermissionDecision unknown = await confluence.Client.CheckPermissionsAsync(id, AccessContext.ForUser(new(PrincipalSchemes.EntraObject, "oid-eve")), Token);

        Assert.Equal((PermissionOutcome.Allow, AccessContext.ForUser(entra)), (known.Outcome, known.Reader));
        Assert.Equal((PermissionOutcome.Unknown, PermissionReason.PrincipalNotResolved), (unknown.Outcome, unknown.Reason));
    }

    [Theory, MemberData(nameof(Editions))]
    public async Task Row059_A_reader_whose_look_up_fails_is_explained_as_undecided(ConfluenceEdition edition)
    {
        await using SimulatedConfluence confluence = await SimulatedConfluence.StartAsync(edition, services: services => services.AddSingleton<IIdentityDirectory>(_ => new FailingDirectory()));

        AccessExplanation explanation = await confluence.Client.ExplainAsync(confluence.IdOf(Inherited), AccessContext.ForUser(new(PrincipalSchemes.EntraObject, "oid-ada")), Token);

        Assert.Equal(PermissionOutcome.Unknown, explanation.Decision.Outcome);
        Assert.NotNull(explanation.Policy);
    }

    private sealed class FailingDirectory : IIdentityDirectory
    {
        public ValueTask<IReadOnlyList<PersonIdentities>> FindAsync(PrincipalId id, CancellationToken cancellationToken = default) => throw new UnavailableException("The directory is down.");
    }
}
