using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Navo.Integrations.Abstractions;
using Navo.Integrations.AspNetCore;
using Navo.Integrations.AspNetCore.Internal;
using Navo.Integrations.Core.Notifications;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps where sources tell of changes.</summary>
public static class NotificationEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Takes notifications at <c>{prefix}/{integration}</c>, for example <c>/navo/sharepoint</c> or <c>/navo/confluence:legal</c>: answers handshakes, has each request judged by its integration, puts
    /// what is proven into the bounded queue and answers 202 at once. What comes of it is the work of <c>AddContentSyncService</c>.
    /// </summary>
    /// <param name="endpoints">The application.</param>
    /// <param name="prefix">The path before the integration's name.</param>
    /// <param name="configure">Sets bounds; null for the default ones.</param>
    /// <returns>The endpoint, for conventions. It must stay reachable without a sign-in: senders prove themselves by signature or client state.</returns>
    /// <exception cref="ConfigurationException">A bound is out of range, or <c>AddNavoIntegrations</c> was not called.</exception>
    /// <remarks><see href="https://learn.microsoft.com/graph/change-notifications-delivery-webhooks"/>, <see href="https://confluence.atlassian.com/doc/managing-webhooks-1021225606.html"/>.</remarks>
    public static IEndpointConventionBuilder MapNavoNotifications(this IEndpointRouteBuilder endpoints, string prefix = "/navo", Action<NotificationEndpointOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(prefix);
        NotificationEndpointOptions options = new();
        configure?.Invoke(options);
        options.Check();
        NotificationDesk desk = endpoints.ServiceProvider.GetService<NotificationDesk>()
            ?? throw new ConfigurationException("Nothing takes notifications.") { Remedy = "Call AddNavoIntegrations(), add the integrations, then map." };
        TimeProvider time = endpoints.ServiceProvider.GetRequiredService<TimeProvider>();
        NotificationEndpoint endpoint = new(desk, options, time);
        return endpoints.MapPost($"{prefix.TrimEnd('/')}/{{{NotificationEndpoint.SourceKey}}}", endpoint.HandleAsync).WithDisplayName("Navo notifications").AllowAnonymous();
    }
}
