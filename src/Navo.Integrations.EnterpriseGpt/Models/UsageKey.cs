namespace Navo.Integrations.EnterpriseGpt;

/// <summary>What usage is added up by.</summary>
/// <param name="Day">The day (UTC) on which the call began.</param>
/// <param name="Instance">The instance of the integration; empty for the one without a name.</param>
/// <param name="User">The reader as <see cref="Abstractions.AccessContext.Key"/> gives it, or <see cref="Other"/>.</param>
/// <param name="Tenant">The tenant; empty where the call named none.</param>
/// <param name="Operation">The operation, for example <c>summarize_content</c>.</param>
/// <param name="Model">The model that answered, or was asked where none did.</param>
public sealed record UsageKey(DateOnly Day, string Instance, string User, string Tenant, string Operation, string Model)
{
    /// <summary>The user, tenant and model under which a full ledger adds up what it can keep apart no more.</summary>
    public const string Other = "other";
}
