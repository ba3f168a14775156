using Microsoft.Extensions.DependencyInjection;

namespace Navo.Integrations.Core.Registration;

/// <summary>Registers integrations. Everything else is an extension method on it.</summary>
public interface INavoIntegrationsBuilder
{
    /// <summary>The application's services.</summary>
    IServiceCollection Services { get; }
}
