using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Evaluation;

/// <summary>Somebody who asks.</summary>
/// <param name="Name">The name in <c>questions.json</c>.</param>
/// <param name="AccountId">The account in Confluence; null for none.</param>
/// <param name="UserId">The user in the tenant; null for none.</param>
public sealed record CompanyReader(string Name, string? AccountId, string? UserId)
{
    private const string Scheme = "employee";

    /// <summary>The reader as the application knows people: by an id that no source has.</summary>
    public AccessContext Access => AccessContext.ForUser(new(Scheme, Name));

    /// <summary>All ids of the reader.</summary>
    public IReadOnlyList<PrincipalId> Ids =>
    [
        new(Scheme, Name),
        .. AccountId is null ? Array.Empty<PrincipalId>() : [new(PrincipalSchemes.AtlassianAccount, AccountId)],
        .. UserId is null ? Array.Empty<PrincipalId>() : [new(PrincipalSchemes.EntraObject, UserId)],
    ];
}
