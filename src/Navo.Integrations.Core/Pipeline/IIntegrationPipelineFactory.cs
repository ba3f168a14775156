using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Pipeline;

/// <summary>Makes the pipeline of an integration. Registered by the core; an integration asks for it once, when it is built.</summary>
public interface IIntegrationPipelineFactory
{
    /// <summary>Makes the pipeline of one integration.</summary>
    /// <param name="name">The integration's name.</param>
    /// <param name="current">Gives the options in force; asked once for each call, so that a change takes effect without a restart.</param>
    /// <returns>The pipeline, safe for concurrent use.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="current"/> is null.</exception>
    IIntegrationPipeline Create(IntegrationName name, Func<IntegrationOptions> current) => Create(name, current, static () => string.Empty);

    /// <summary>Makes the pipeline of one integration whose answers come from a site, tenant or account that has a name.</summary>
    /// <param name="name">The integration's name.</param>
    /// <param name="current">Gives the options in force; asked once for each call, so that a change takes effect without a restart.</param>
    /// <param name="realm">
    /// Gives the name of what the answers belong to, an address with a tenant and an account for instance, and no secret; asked for each call, so best kept ready. It goes into the keys of what is kept: processes
    /// that share a second level, and an address that changes, are never answered from another site.
    /// </param>
    /// <returns>The pipeline, safe for concurrent use.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="current"/> or <paramref name="realm"/> is null.</exception>
    IIntegrationPipeline Create(IntegrationName name, Func<IntegrationOptions> current, Func<string> realm);
}
