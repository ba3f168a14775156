using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Alerts;
using Navo.Integrations.Core.Registration;
using Navo.Integrations.EnterpriseGpt.Internal.Usage;

namespace Navo.Integrations.EnterpriseGpt.Internal;

/// <summary>Puts an instance together: options, HTTP clients and client.</summary>
internal static class EnterpriseGptRegistration
{
    public static IntegrationName Add(INavoIntegrationsBuilder builder, string instance)
    {
        IntegrationName name = new(EnterpriseGptDefaults.Kind, instance);
        IServiceCollection services = builder.Services;
        if (services.Any(s => s.ServiceKey is string key && key == name.ToString() && s.ServiceType == typeof(EnterpriseGptConnection)))
        {
            return name;
        }

        services.AddOptions<EnterpriseGptOptions>(name.Instance).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<EnterpriseGptOptions>, EnterpriseGptOptionsValidator>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<EnterpriseGptOptions>, EnterpriseGptOptionsRules>());
        services.TryAddSingleton(sp => new TokenPacers(sp.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<IPromptLibrary, PromptLibrary>();
        UsageRegistration.AddUsage(services);
        services.AddKeyedSingleton(name.ToString(), (sp, _) => new EnterpriseGptConnection(sp, name));
        Answers.AnswerRegistration.Add(services);
        AddHttpClients(services, name);
        services.AddSingleton<IAlertSource>(sp => new EnterpriseGptReadings(sp, name));
        builder.AddIntegration<IEnterpriseGptClient>(name, sp => new EnterpriseGptAssembly(sp, ConnectionOf(sp, name), name).CreateClient());
        return name;
    }

    private static void AddHttpClients(IServiceCollection services, IntegrationName name)
    {
        services.AddHttpClient(EnterpriseGptDefaults.HttpClientName(name))
            .ConfigureHttpClient((sp, client) => client.BaseAddress = ConnectionOf(sp, name).BaseUrl)
            .AddIntegrationHandlers(sp => ConnectionOf(sp, name).HttpSettings)
            .AddHttpMessageHandler(static _ => new QuotaHandler());
        services.AddHttpClient(EnterpriseGptDefaults.AdminClientName(name))
            .ConfigureHttpClient((sp, client) => client.BaseAddress = ConnectionOf(sp, name).BaseUrl)
            .AddIntegrationHandlers(sp => ConnectionOf(sp, name).AdminHttpSettings);
    }

    private static EnterpriseGptConnection ConnectionOf(IServiceProvider services, IntegrationName name) =>
        services.GetRequiredKeyedService<EnterpriseGptConnection>(name.ToString());
}
