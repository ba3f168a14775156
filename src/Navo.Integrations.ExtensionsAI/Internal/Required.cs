using Navo.Integrations.Abstractions;

namespace Navo.Integrations.ExtensionsAI.Internal;

/// <summary>What must be there, or there is a failure that says what to do.</summary>
internal static class Required
{
    /// <exception cref="ConfigurationException">It is not registered.</exception>
    public static T Of<T>(IServiceProvider services)
        where T : class =>
        services.GetService(typeof(T)) as T ?? throw new ConfigurationException($"{typeof(T).Name} is not registered.") { Remedy = "Call AddNavoIntegrations() on the services." };

    /// <exception cref="AuthenticationException">Nobody is known, or the service itself is meant.</exception>
    public static AccessContext Known(AccessContext? reader) => reader is { IsService: false } known
        ? known
        : throw new AuthenticationException("Nobody is known on whose behalf this could be read.") { Remedy = "Let the application name a user; the service itself is not for a model." };
}
