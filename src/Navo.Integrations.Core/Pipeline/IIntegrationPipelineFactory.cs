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
    IIntegrationPipeline Create(IntegrationName name, Func<IntegrationOptions> current);
}
