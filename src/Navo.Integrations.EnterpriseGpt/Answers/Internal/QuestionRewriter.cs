using Navo.Integrations.Abstractions;
using Navo.Integrations.EnterpriseGpt.Internal.Language;

namespace Navo.Integrations.EnterpriseGpt.Internal.Answers;

/// <summary>Makes a follow-up question understandable alone. What the model gives counts only if it speaks of what was spoken of.</summary>
internal sealed class QuestionRewriter(IEnterpriseGptClient? client, IPromptLibrary prompts, TokenCounter tokens)
{
    private const int AnswerTokens = 300;

    /// <summary>With less room than this, a part of a turn says nothing.</summary>
    private const int LeastCut = 64;

    /// <summary>What stands for something said before; a rewriting puts that in its place. What is among the stop words is not repeated here.</summary>
    private static readonly HashSet<string> Pronouns = AnswerWords.SetOf(
        "ones same both euch ihm ihn ihnen denen deren dessen davon dazu dafür daran darin dabei lui leur leurs eux elles celui celle ceux cela ello ellos ellas ése ésa "
        + "esos esas loro lui lei esso essa essi esse deles delas eles elas hen haar hem ervan daarvan");

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

    /// <summary>The newest turns that fit, oldest first. One that is too long is cut to half of what is left, so that those before it, such as its question, find room too.</summary>
    public IReadOnlyList<ConversationTurn> Bound(IReadOnlyList<ConversationTurn> history, int budget)
    {
        List<ConversationTurn> kept = [];
        foreach (ConversationTurn turn in history.Reverse().Where(static t => !string.IsNullOrWhiteSpace(t.Text)))
        {
            int needed = tokens.CountMessage(turn.Text);
            ConversationTurn? fitting = needed <= budget ? turn : budget >= LeastCut ? Cut(turn, budget / 2) : null;
            if (fitting is null)
            {
                break;
            }

            budget -= ReferenceEquals(fitting, turn) ? needed : tokens.CountMessage(fitting.Text);
            kept.Insert(0, fitting);
        }

        return kept;
    }

    /// <summary>The beginning and the end of a turn: what it is about, and what was said last.</summary>
    private ConversationTurn Cut(ConversationTurn turn, int budget)
    {
        const string Gap = "\n…\n";
        int room = (budget - TokenCounter.MessageOverhead - tokens.Count(Gap)) / 2;
        string text = turn.Text;
        string head = tokens.Trim(text, room);
        int start = Math.Max(head.Length, text.Length - head.Length);
        while (start < text.Length && (char.IsLowSurrogate(text[start]) || tokens.Count(text.AsSpan(start)) > room))
        {
            start += Math.Max(1, (text.Length - start) / 8);
        }

        return turn with { Text = $"{head.TrimEnd()}{Gap}{text[Math.Min(start, text.Length)..].TrimStart()}" };
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

    /// <summary>
    /// A rewriting may add what was spoken of before, and nothing may be lost: each word of the question that says something is there, and its negation. A question without
    /// such a word must keep to the last thing that the user asked. Else an earlier turn could put another question in its place.
    /// </summary>
    private static bool IsFaithful(string rewritten, string question, IReadOnlyList<ConversationTurn> history)
    {
        HashSet<string> words = AnswerWords.SetOf(rewritten);
        HashSet<string> own = [.. AnswerWords.SetOf(question).Except(Pronouns)];
        HashSet<string> before = own.Count > 0 ? [] : AnswerWords.SetOf(history.LastOrDefault(static t => t.Role == ConversationRole.User)?.Text ?? string.Empty);
        bool isLost = !own.IsSubsetOf(words) || (before.Count > 0 && !before.Overlaps(words)) || (IsNegated(question) && !IsNegated(rewritten));
        HashSet<string> known = AnswerWords.SetOf($"{question} {string.Join(' ', history.Select(static t => t.Text))}");
        bool isSized = rewritten.Length is > 0 and <= QueryAnalysisRequest.MaxQueryLength && !rewritten.Contains('\n', StringComparison.Ordinal);
        return isSized && !isLost && words.Count > 0 && words.Count(known.Contains) * 3 >= words.Count * 2 && !UnknownPhrases.IsIn(rewritten);
    }

    private static bool IsNegated(string text) => AnswerWords.Of(text).Any(static w => w.IsNegation);

    /// <summary>The last question before it, and then the question.</summary>
    private static string Joined(string question, IReadOnlyList<ConversationTurn> history)
    {
        string? last = history.LastOrDefault(static t => t.Role == ConversationRole.User)?.Text.Trim();
        return last is null || last.Length + question.Length + 1 > QueryAnalysisRequest.MaxQueryLength ? question : $"{last} {question}";
    }
}
