using Navo.Integrations.Core.Registration;
using Navo.Integrations.EnterpriseGpt;
using Navo.Integrations.EnterpriseGpt.Internal.Answers;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers <see cref="IKnowledgeAssistant"/>.</summary>
public static class KnowledgeAssistantBuilderExtensions
{
    /// <summary>Adds the assistant, or sets its options where <c>AddEnterpriseGpt</c> added it. Without Enterprise GPT it answers with sentences of the best passages.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Sets options; null for the defaults.</param>
    /// <returns>The builder.</returns>
    public static INavoIntegrationsBuilder AddKnowledgeAssistant(this INavoIntegrationsBuilder builder, Action<KnowledgeAssistantOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        AnswerRegistration.Add(builder.Services);
        if (configure is not null)
        {
            builder.Services.Configure(configure);
        }

        return builder;
    }
}
