using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Alerts;
using Navo.Integrations.Core.Alerts.Sinks;
using Navo.Integrations.Core.Registration;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers alerts.</summary>
public static class AlertBuilderExtensions
{
    /// <summary>
    /// Adds alerts for all integrations: a hosted service evaluates the rules, the log and a configured webhook are told, and <see cref="IAlertMonitor"/> gives what is open. The health monitor is
    /// added with it. Calling it again only adds options.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    public static INavoIntegrationsBuilder AddAlerts(this INavoIntegrationsBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddHealthMonitor();
        AlertRegistration.Add(builder.Services);
        return builder;
    }

    /// <summary>Adds alerts, and sets options for all integrations.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Sets the options; it goes over what configuration says.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static INavoIntegrationsBuilder AddAlerts(this INavoIntegrationsBuilder builder, Action<AlertOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        builder.AddAlerts().Services.PostConfigureAll(configure);
        return builder;
    }

    /// <summary>Adds alerts, and sets what is different for one integration. Interval, log and webhook are those of all.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="integration">Its name, for example <c>new("enterprise-gpt")</c>.</param>
    /// <param name="configure">Sets its options; it goes over what was set for all before.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static INavoIntegrationsBuilder AddAlerts(this INavoIntegrationsBuilder builder, IntegrationName integration, Action<AlertOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        builder.AddAlerts().Services.PostConfigure(integration.ToString(), configure);
        builder.Services.AddOptions<AlertOptions>(integration.ToString()).ValidateOnStart();
        return builder;
    }

    /// <summary>Adds alerts, and a function that is told of each, beside the other sinks.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="callback">Is told of each alert when it is raised, and when it is over. What it throws is logged and costs nobody anything.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static INavoIntegrationsBuilder AddAlertCallback(this INavoIntegrationsBuilder builder, Func<Alert, CancellationToken, ValueTask> callback)
    {
        ArgumentNullException.ThrowIfNull(callback);
        builder.AddAlerts().Services.AddSingleton<IAlertSink>(new CallbackAlertSink(callback));
        return builder;
    }
}
