using Navo.Integrations.Abstractions;

namespace Navo.Integrations.EnterpriseGpt.Internal.Usage;

/// <summary>Whose call it is, and what for. The service itself has no budget of a user, a call without a tenant none of a tenant.</summary>
internal readonly record struct UsageSubject(string Operation, AccessContext Reader, string? Tenant)
{
    public UsageKey KeyOn(DateOnly day, string instance, string model) => new(day, instance, Reader.Key, Tenant ?? string.Empty, Operation, model);
}
