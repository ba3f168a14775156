using Microsoft.Extensions.DependencyInjection;

namespace Navo.Integrations.EnterpriseGpt.Internal.Answers;

/// <summary>Registers the assistant and its parts.</summary>
internal static class AnswerRegistration
{
    public static void Add(IServiceCollection services) => services.AddOptions<KnowledgeAssistantOptions>();
}
