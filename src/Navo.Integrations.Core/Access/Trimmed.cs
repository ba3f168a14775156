using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Access;

/// <summary>A list after what a reader may not see was removed.</summary>
/// <typeparam name="T">What the list holds.</typeparam>
/// <param name="Items">What is left, in its order.</param>
/// <param name="Omitted">How many were removed, by reason; empty where nothing was.</param>
public sealed record Trimmed<T>(IReadOnlyList<T> Items, IReadOnlyList<Omission> Omitted)
{
    /// <summary>
    /// The first failure for which a check was not answered and that may pass: a transient one, or an <see cref="AuthenticationException"/>; null where there was none. A list that can't say what was
    /// left out throws it, since with the source down it would look as if there were nothing. It belongs to this list alone, and does not say where it happened.
    /// </summary>
    public IntegrationException? Failure { get; init; }

    internal static Trimmed<T> Of(IReadOnlyList<T> items, PermissionOutcome[] outcomes) => new(
        [.. items.Where((_, i) => outcomes[i] == PermissionOutcome.Allow)],
        [
            .. Count(OmissionReason.NotPermitted, outcomes.Count(outcome => outcome == PermissionOutcome.Deny)),
            .. Count(OmissionReason.PermissionUnknown, outcomes.Count(outcome => outcome == PermissionOutcome.Unknown)),
        ]);

    private static IEnumerable<Omission> Count(OmissionReason reason, int count) => count > 0 ? [new(reason, count)] : [];
}
