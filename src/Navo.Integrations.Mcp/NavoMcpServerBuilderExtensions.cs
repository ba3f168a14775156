using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using ModelContextProtocol.Server;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Mcp;
using Navo.Integrations.Mcp.Internal;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the tools to a server of the Model Context Protocol.</summary>
public static class NavoMcpServerBuilderExtensions
{
    /// <summary>
    /// Adds the tools <c>search</c>, <c>get</c> and <c>explain</c> over the registered integrations, and <c>ask</c> where an <see cref="IQuestionAnswerer"/> is registered.
    /// Each call is made on behalf of the reader whom <see cref="IMcpReaderResolver"/> finds, and fails where it finds none.
    /// </summary>
    /// <param name="builder">The builder that <c>AddMcpServer()</c> gives. The services hold the integrations: <c>AddNavoIntegrations()</c>.</param>
    /// <param name="configure">Sets options.</param>
    /// <returns>The builder.</returns>
    /// <remarks><see href="https://modelcontextprotocol.io/specification/2025-11-25/server/tools"/>.</remarks>
    public static IMcpServerBuilder WithNavoTools(this IMcpServerBuilder builder, Action<NavoMcpOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        IServiceCollection services = builder.Services;
        services.AddOptions<NavoMcpOptions>().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<NavoMcpOptions>, NavoMcpOptionsValidator>());
        if (configure is not null)
        {
            services.Configure(configure);
        }

        services.TryAddSingleton<IMcpReaderResolver, LocalReaderResolver>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IConfigureOptions<McpServerOptions>, NavoToolsSetup>());
        return builder;
    }
}
