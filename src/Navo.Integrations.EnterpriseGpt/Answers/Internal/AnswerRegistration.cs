using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Navo.Integrations.Abstractions;
using Navo.Integrations.EnterpriseGpt.Internal.Language;

namespace Navo.Integrations.EnterpriseGpt.Internal.Answers;

/// <summary>Registers the assistant and its parts.</summary>
internal static class AnswerRegistration
{
    public static void Add(IServiceCollection services)
    {
        services.AddOptions<KnowledgeAssistantOptions>().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<KnowledgeAssistantOptions>, KnowledgeAssistantOptionsValidator>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<KnowledgeAssistantOptions>, KnowledgeAssistantOptionsRules>());
        services.TryAddSingleton<IPromptLibrary, PromptLibrary>();
        services.TryAddSingleton<IAnswerAuditSink, AnswerAuditSink>();
        services.TryAddSingleton<AnswerAudit>();
        services.TryAddSingleton<AnswerTrace>();
        services.TryAddSingleton<LivePermissions>();
        services.TryAddSingleton<ContentReader>();
        services.TryAddSingleton<IKnowledgeAssistant>(static sp => new KnowledgeAssistant(PartsOf(sp)));
        services.TryAddSingleton<IQuestionAnswerer, QuestionAnswerer>();
    }

    private static AnswerParts PartsOf(IServiceProvider services)
    {
        IIntegrationCatalog catalog = services.GetRequiredService<IIntegrationCatalog>();
        IEnterpriseGptClient? client = services.GetService<IEnterpriseGptClient>() ?? catalog.OfType<IEnterpriseGptClient>().FirstOrDefault();
        return new()
        {
            Client = client,
            Rewriter = new(client, services.GetRequiredService<IPromptLibrary>(), TokenCounter.Shared),
            Search = new(services.GetRequiredService<IFederatedSearch>(), services.GetRequiredService<TimeProvider>()),
            Contents = services.GetRequiredService<ContentReader>(),
            Cutter = new(TokenCounter.Shared),
            Permissions = services.GetRequiredService<LivePermissions>(),
            Trace = services.GetRequiredService<AnswerTrace>(),
            Audit = services.GetRequiredService<AnswerAudit>(),
            Options = services.GetRequiredService<IOptionsMonitor<KnowledgeAssistantOptions>>(),
            Time = services.GetRequiredService<TimeProvider>(),
        };
    }
}
