using Microsoft.Extensions.DependencyInjection;
using Navo.Integrations.EnterpriseGpt;

namespace Navo.Integrations.Evaluation;

/// <summary>What may be otherwise in a company.</summary>
public sealed record CompanySetup
{
    /// <summary>The clock of the simulators and of the packages.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Sets the model's options after those of the simulated OpenAI.</summary>
    public Action<EnterpriseGptOptions> Gpt { get; init; } = static _ => { };

    /// <summary>Sets how questions are answered.</summary>
    public Action<KnowledgeAssistantOptions> Answers { get; init; } = static _ => { };

    /// <summary>Registers more.</summary>
    public Action<IServiceCollection> Register { get; init; } = static _ => { };
}
