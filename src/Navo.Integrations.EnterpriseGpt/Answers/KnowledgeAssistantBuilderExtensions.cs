using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Registration;
using Navo.Integrations.EnterpriseGpt;
using Navo.Integrations.EnterpriseGpt.Internal.Answers;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers <see cref="IKnowledgeAssistant"/>.</summary>
public static class KnowledgeAssistantBuilderExtensions
{
    /// <summary>Adds the assistant; where <c>AddEnterpriseGpt</c> added it, nothing changes. Without Enterprise GPT it answers with sentences of the best passages.</summary>
    /// <param name="builder">The builder.</param>
    /// <returns>The builder.</returns>
    public static INavoIntegrationsBuilder AddKnowledgeAssistant(this INavoIntegrationsBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        AnswerRegistration.Add(builder.Services);
        return builder;
    }

    /// <summary>The same with options of your own.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Sets options; what is added later goes over what was added before.</param>
    /// <returns>The builder.</returns>
    public static INavoIntegrationsBuilder AddKnowledgeAssistant(this INavoIntegrationsBuilder builder, Action<KnowledgeAssistantOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        builder.AddKnowledgeAssistant();
        builder.Services.Configure(configure);
        return builder;
    }

    /// <summary>The same with what the section <c>KnowledgeAssistant</c> says. Changes of the configuration take effect without a restart.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configuration">The application's configuration, with <c>Navo:Integrations</c> or <c>integrations</c> in it.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ConfigurationException">A key is unknown or cannot be read; thrown when the options are taken, which a host does at its start.</exception>
    public static INavoIntegrationsBuilder AddKnowledgeAssistant(this INavoIntegrationsBuilder builder, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        builder.AddKnowledgeAssistant();
        builder.Services.Configure<KnowledgeAssistantOptions>(options => KnowledgeAssistantSettings.Bind(configuration, options));
        builder.Services.AddSingleton<IOptionsChangeTokenSource<KnowledgeAssistantOptions>>(new ConfigurationChangeTokenSource<KnowledgeAssistantOptions>(configuration));
        return builder;
    }
}
