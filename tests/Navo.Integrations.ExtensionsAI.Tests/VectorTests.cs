using CsCheck;
using Microsoft.Extensions.VectorData;
using Navo.Integrations.Abstractions;
using Navo.Integrations.ExtensionsAI.Vectors;
using Navo.Integrations.Testing.InMemory;

namespace Navo.Integrations.ExtensionsAI.Tests;

/// <summary>Records with policy clauses, their filter, and the last word of the source.</summary>
public sealed class VectorTests : IDisposable
{
    private static readonly AccessPrincipal[] People = [.. "abcdefgh".Select(name => new AccessPrincipal(AccessPrincipalKind.Group, new("memory", $"{name}")))];
    private static readonly AccessPrincipal User = new(AccessPrincipalKind.User, KnowledgeWorld.Ben.User!.Value);
    private static readonly AccessPrincipal[] Everybody = [.. People, AccessPrincipal.EveryoneSignedIn, AccessPrincipal.Anonymous, User];

    private readonly KnowledgeWorld _world = new();

    [Fact]
    public void A_filter_lets_in_whom_the_policy_lets_in_and_nobody_where_it_does_not_fit()
    {
        Gen<AccessPolicy> policies = Gen.Int[0, Everybody.Length - 1].Select(i => Everybody[i]).Array[0, 3].Array[0, 7].Select(Policy);
        Gen<AccessPrincipal[]> readers = Gen.Int[0, People.Length - 1].Select(i => People[i]).Array[0, 6];

        Gen.Select(policies, readers).Sample((policy, groups) =>
        {
            AccessPrincipal[] principals = [User, .. groups.Distinct()];
            KnowledgeRecord record = KnowledgeRecord.Create(Item("1"), 0, "text", policy);
            bool isAllowed = policy.Clauses.Count > 0 && policy.Clauses.All(clause => clause.Principals.Any(p => p.Kind >= AccessPrincipalKind.EveryoneSignedIn || principals.Contains(p)));
            bool matches = KnowledgeFilter.For(principals).Compile()(record);

            Assert.True(matches == isAllowed || (!matches && !record.IsReadable));
            Assert.True(record.IsReadable || policy.Clauses.Count is 0 or > KnowledgeRecord.MaxClauses || policy.Clauses.Any(c => c.Principals.Count == 0));
        }, iter: 2000);
    }

    [Fact]
    public void An_unknown_policy_matches_nobody_and_a_new_one_takes_its_place()
    {
        KnowledgeRecord record = KnowledgeRecord.Create(Item("1"), 3, "text", policy: null);
        Func<KnowledgeRecord, bool> filter = KnowledgeFilter.For([User]).Compile();

        Assert.False(record.IsReadable);
        Assert.False(filter(record));
        record.SetPolicy(Audience.Everyone);
        Assert.True(filter(record));
        Assert.Equal("memory/1#3", record.Key);
    }

    [Fact]
    public void A_policy_with_too_many_clauses_matches_nobody_unless_some_are_implied()
    {
        AccessPolicy tooMany = Policy([.. People.Take(6).Select(p => new[] { p })]);
        AccessPolicy implied = Policy([[People[0]], .. Enumerable.Range(1, 6).Select(i => new[] { People[0], People[i] })]);

        Assert.False(KnowledgeRecord.Create(Item("1"), 0, "text", tooMany).IsReadable);
        KnowledgeRecord record = KnowledgeRecord.Create(Item("1"), 0, "text", implied);
        Assert.Equal(["group:memory:a"], record.Clause1);
        Assert.Equal([KnowledgeRecord.Anybody], record.Clause2);
    }

    [Fact]
    public void A_filter_needs_a_user_and_has_bounds()
    {
        Assert.Throws<AuthenticationException>(() => KnowledgeFilter.For([]));
        Assert.Throws<AuthenticationException>(() => KnowledgeFilter.For(People));
        Assert.Throws<PermissionException>(() => KnowledgeFilter.For([User, .. Enumerable.Range(0, KnowledgeFilter.MaxPrincipals).Select(i => new AccessPrincipal(AccessPrincipalKind.Group, new("memory", $"{i}")))]));
    }

    [Fact]
    public async Task The_source_has_the_last_word()
    {
        KnowledgeRecord[] found =
        [
            .. new[] { "2", "1", "3", "404" }.Select(id => KnowledgeRecord.Create(Item(id), 0, "text", Audience.Everyone)),
            KnowledgeRecord.Create(Item("1"), 1, "more", Audience.Everyone),
            KnowledgeRecord.Create(Item("1") with { Source = new("unregistered") }, 0, "text", Audience.Everyone),
        ];

        IReadOnlyList<KnowledgeRecord> ben = await _world.Catalog.KeepVisibleAsync(found, KnowledgeWorld.Ben, TestContext.Current.CancellationToken);
        IReadOnlyList<KnowledgeRecord> ada = await _world.Catalog.KeepVisibleAsync(found, KnowledgeWorld.Ada, TestContext.Current.CancellationToken);
        _world.Wiki.FailWith(new UnavailableException("Down."));

        Assert.Equal(["memory/1#0", "memory/1#1"], ben.Select(r => r.Key));
        Assert.Equal(["memory/2#0", "memory/1#0", "memory/1#1"], ada.Select(r => r.Key));
        Assert.Empty(await _world.Catalog.KeepVisibleAsync(found, KnowledgeWorld.Ada, TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<AuthenticationException>(() => _world.Catalog.KeepVisibleAsync(found, AccessContext.Service, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void The_definition_names_every_property_and_indexes_what_is_filtered_by()
    {
        VectorStoreCollectionDefinition definition = KnowledgeRecord.Definition(1536);

        Assert.Equal(
            typeof(KnowledgeRecord).GetProperties().Where(p => p.CanWrite).Select(p => (p.Name, p.PropertyType)).Order(),
            definition.Properties.Select(p => (p.Name, p.Type!)).Order());
        Assert.All(definition.Properties.OfType<VectorStoreDataProperty>().Where(p => p.Name.StartsWith("Clause", StringComparison.Ordinal)), p => Assert.True(p.IsIndexed));
        Assert.Equal(1536, Assert.Single(definition.Properties.OfType<VectorStoreVectorProperty>()).Dimensions);
    }

    public void Dispose() => _world.Dispose();

    private static AccessPolicy Policy(AccessPrincipal[][] clauses) => new()
    {
        Clauses = [.. clauses.Select(principals => new AccessClause { Source = AccessClauseSource.Item, SourceId = "x", Principals = principals })],
        ReadAt = DateTimeOffset.UnixEpoch,
    };

    private static ContentMetadata Item(string id) => new()
    {
        Id = new(id),
        Source = new("memory"),
        Title = id,
        Kind = ContentKind.Page,
        Status = ContentStatus.Current,
        Container = new("MEM"),
        Version = "1",
    };
}
