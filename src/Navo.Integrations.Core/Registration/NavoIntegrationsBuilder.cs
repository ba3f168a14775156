using Microsoft.Extensions.DependencyInjection;

namespace Navo.Integrations.Core.Registration;

internal sealed class NavoIntegrationsBuilder(IServiceCollection services) : INavoIntegrationsBuilder
{
    public IServiceCollection Services => services;
}
