using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Pipeline;

/// <summary>
/// The waist that every call of an integration passes: telemetry, audit, deadline, cache, translation of errors, then the work.
/// The order stands as code in <see cref="IntegrationPipeline"/>.
/// </summary>
public interface IIntegrationPipeline
{
    /// <summary>The integration it belongs to.</summary>
    IntegrationName Name { get; }

    /// <summary>Carries a call out.</summary>
    /// <typeparam name="T">The result.</typeparam>
    /// <param name="operation">What it is.</param>
    /// <param name="call">For whom, with which arguments, and the work.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    /// <returns>The result.</returns>
    /// <exception cref="IntegrationException">Whatever went wrong, as one of the family.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    Task<T> ExecuteAsync<T>(IntegrationOperation operation, IntegrationCall<T> call, CancellationToken cancellationToken = default)
        where T : class;

    /// <summary>Forgets all that was kept for the integration, for example after its credentials changed: the new ones may see less.</summary>
    void Forget();

    /// <summary>Forgets what was kept of one item, decisions about it included, for example after a change event named it. What calls under way are about to bring is not kept.</summary>
    /// <param name="item">The item.</param>
    /// <exception cref="InvalidQueryException">The id is <c>default</c>.</exception>
    void Forget(ContentId item);

    /// <summary>Forgets decisions, for example after an event named a changed restriction.</summary>
    /// <param name="item">The item whose decisions are forgotten; null for those about all items: a restriction counts for everything below it, a group for everything that names it.</param>
    /// <exception cref="InvalidQueryException">The id is <c>default</c>.</exception>
    void ForgetDecisions(ContentId? item);
}
