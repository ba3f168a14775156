using Navo.Integrations.Abstractions;
using Navo.Integrations.EnterpriseGpt.Internal.Language;

namespace Navo.Integrations.EnterpriseGpt.Internal.Answers;

/// <summary>Makes a follow-up question understandable alone. What the model gives counts only if it speaks of what was spoken of.</summary>
internal sealed class QuestionRewriter(IEnterpriseGptClient? client, IPromptLibrary prompts, TokenCounter tokens)
{
    private const int AnswerTokens = 300;

    public async Task<string> RewriteAsync(KnowledgeQuestion question, AccessContext reader, int budget, Spending spending, CancellationToken cancellationToken)
    {
        IReadOnlyList<ConversationTurn> history = Bound(question.History, budget);
        if (history.Count == 0)
        {
            return question.Text;
        }

        string? rewritten = client is null ? null : await AskAsync(question, history, reader, spending, cancellationToken).ConfigureAwait(false);
        return rewritten is not null && IsFaithful(rewritten, question.Text, history) ? rewritten : Joined(question.Text, history);
    }

    /// <summary>The newest turns that fit, oldest first.</summary>
    public IReadOnlyList<ConversationTurn> Bound(IReadOnlyList<ConversationTurn> history, int budget)
    {
        List<ConversationTurn> kept = [];
        foreach (ConversationTurn turn in history.Reverse().Where(static t => !string.IsNullOrWhiteSpace(t.Text)))
        {
            int needed = tokens.CountMessage(turn.Text);
            if (needed > budget)
            {
                break;
            }

            budget -= needed;
            kept.Insert(0, turn);
        }

        return kept;
    }

    private async Task<string?> AskAsync(KnowledgeQuestion question, IReadOnlyList<ConversationTurn> history, AccessContext reader, Spending spending, CancellationToken cancellationToken)
    {
        GenerateRequest request = new(PassageText.Wrap("question", question.Text))
        {
            Instructions = prompts.Get(PromptNames.RewriteQuestion).Text,
            History = history,
            Tenant = question.Tenant,
            Model = question.Model,
            MaxTokens = AnswerTokens,
            AllowCache = false,
        };
        try
        {
            GeneratedResponse response = await client!.GenerateResponseAsync(request, reader, cancellationToken).ConfigureAwait(false);
            spending.Add(response);
            return response.IsComplete ? response.Text.Trim() : null;
        }
        catch (IntegrationException)
        {
            return null; // the rules below do
        }
    }

    private static bool IsFaithful(string rewritten, string question, IReadOnlyList<ConversationTurn> history)
    {
        HashSet<string> words = AnswerWords.SetOf(rewritten);
        HashSet<string> known = AnswerWords.SetOf($"{question} {string.Join(' ', history.Select(static t => t.Text))}");
        bool isSized = rewritten.Length is > 0 and <= QueryAnalysisRequest.MaxQueryLength && !rewritten.Contains('\n', StringComparison.Ordinal);
        return isSized && words.Count > 0 && words.Count(known.Contains) * 3 >= words.Count * 2 && !UnknownPhrases.IsIn(rewritten);
    }

    /// <summary>The last question before it, and then the question.</summary>
    private static string Joined(string question, IReadOnlyList<ConversationTurn> history)
    {
        string? last = history.LastOrDefault(static t => t.Role == ConversationRole.User)?.Text.Trim();
        return last is null || last.Length + question.Length + 1 > QueryAnalysisRequest.MaxQueryLength ? question : $"{last} {question}";
    }
}
