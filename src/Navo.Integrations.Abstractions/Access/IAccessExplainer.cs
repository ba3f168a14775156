namespace Navo.Integrations.Abstractions;

/// <summary>An integration that can say under which policy an item stands, and why a reader may see it or not.</summary>
/// <remarks>Both are an administrator's questions: they are answered with all that the service's credentials may read.</remarks>
public interface IAccessExplainer
{
    /// <summary>Reads the policy of an item: an AND of ORs, never flattened; <see cref="AccessPolicy.ToTokens"/> exports it for an index.</summary>
    /// <param name="id">The item.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The policy with the item's version and the time at which it was read.</returns>
    /// <exception cref="NotFoundException">The item is absent or not visible to the service, or outside the configured scope.</exception>
    /// <exception cref="PermissionException">A part of the policy can't be read, so that there is no whole one.</exception>
    /// <exception cref="IntegrationException">See <see cref="IIntegration.CheckPermissionsAsync"/>.</exception>
    Task<AccessPolicy> GetAccessPolicyAsync(ContentId id, CancellationToken cancellationToken = default);

    /// <summary>Explains a decision: which condition denies and where it comes from.</summary>
    /// <param name="id">The item.</param>
    /// <param name="reader">The reader whose access is in question.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The decision, the policy as far as it could be read, and two wordings.</returns>
    /// <exception cref="InvalidQueryException">The id is <c>default</c>.</exception>
    Task<AccessExplanation> ExplainAsync(ContentId id, AccessContext reader, CancellationToken cancellationToken = default);
}
