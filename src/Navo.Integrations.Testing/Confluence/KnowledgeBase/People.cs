using System.Collections.Immutable;
using Navo.Integrations.Testing.Confluence.Model;

namespace Navo.Integrations.Testing.Confluence.KnowledgeBase;

/// <summary>The people and groups of the demo company, with credentials that open nothing but the simulator.</summary>
internal static class People
{
    public const string Service = "navo-service";

    public static ImmutableArray<SimulatedGroup> Groups { get; } =
    [
        new() { Id = "grp-staff", Name = "staff", MemberGroupIds = ["grp-engineering", "grp-hr-leads"] },
        new() { Id = "grp-engineering", Name = "engineering" },
        new() { Id = "grp-hr-leads", Name = "hr-leads" },
        new() { Id = "grp-incident-review", Name = "incident-review" },
        new() { Id = "grp-integrations", Name = "integrations" },
    ];

    public static ImmutableArray<SimulatedUser> Users { get; } =
    [
        User(1, Service, "Navo Service Account", "grp-staff", "grp-integrations") with { IsAdministrator = true },
        User(2, "ada", "Ada Lindqvist", "grp-staff", "grp-engineering", "grp-hr-leads", "grp-incident-review"),
        User(3, "ben", "Ben Okafor", "grp-staff", "grp-engineering"),
        User(4, "mira", "Mira Haddad", "grp-staff", "grp-engineering"),
        User(5, "former", "Former Colleague", "grp-staff") with { IsActive = false },
    ];

    public static string AccountId(string username) => Users.First(u => u.Username == username).AccountId;

    private static SimulatedUser User(int number, string username, string displayName, params string[] groups) => new()
    {
        AccountId = $"712020:0000000{number}-7e57-4a11-8c0d-{username.Length:x12}",
        UserKey = $"8a7f808a9000000001900000000{number:x5}",
        Username = username,
        DisplayName = displayName,
        Email = username + "@example.com",
        ApiToken = $"demo-classic-{username}",
        ScopedToken = $"demo-scoped-{username}",
        PersonalAccessToken = $"demo-pat-{username}",
        GroupIds = [.. groups],
    };
}
