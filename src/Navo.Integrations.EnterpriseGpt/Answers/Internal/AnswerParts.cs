using Microsoft.Extensions.Options;

namespace Navo.Integrations.EnterpriseGpt.Internal.Answers;

/// <summary>What an answer is made with.</summary>
internal sealed record AnswerParts
{
    /// <summary>The model; null where none is registered.</summary>
    public required IEnterpriseGptClient? Client { get; init; }

    public required QuestionRewriter Rewriter { get; init; }

    public required KnowledgeSearch Search { get; init; }

    public required ContentReader Contents { get; init; }

    public required PassageCutter Cutter { get; init; }

    public required LivePermissions Permissions { get; init; }

    public required AnswerTrace Trace { get; init; }

    public required AnswerAudit Audit { get; init; }

    public required IOptionsMonitor<KnowledgeAssistantOptions> Options { get; init; }

    public required TimeProvider Time { get; init; }
}
