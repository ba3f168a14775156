using Navo.Integrations.Abstractions;

namespace Navo.Integrations.EnterpriseGpt.Internal.Language;

/// <summary>Takes a question apart with the model, or by fixed rules where that gives nothing usable.</summary>
internal sealed class QueryAnalyzer(AskModel ask, IPromptLibrary prompts, TimeProvider time)
{
    /// <summary>An analysis is short; a longer answer is one that went astray.</summary>
    private const int MaxTokens = 1500;

    /// <exception cref="InvalidQueryException">The question is empty or too long.</exception>
    /// <exception cref="ProtocolException">The model gave no usable answer and the request allows no fallback.</exception>
    public async Task<QueryAnalysis> AnalyzeAsync(QueryAnalysisRequest request, AccessContext reader, CancellationToken cancellationToken)
    {
        Check(request.Query);
        DateTimeOffset now = (request.Now ?? time.GetUtcNow()).ToUniversalTime();
        if (request.SkipModel)
        {
            return DeterministicAnalyzer.Analyze(request.Query, now) with { FallbackReason = "model_skipped" };
        }

        GeneratedResponse answer;
        try
        {
            answer = await ask(Call(request, reader, now), cancellationToken).ConfigureAwait(false);
        }
        catch (IntegrationException failure) when (request.AllowFallback && IsOfTheWay(failure))
        {
            return DeterministicAnalyzer.Analyze(request.Query, now) with { FallbackReason = Code(failure), Cost = null };
        }

        return Read(request, answer, now);
    }

    private static QueryAnalysis Read(QueryAnalysisRequest request, GeneratedResponse answer, DateTimeOffset now)
    {
        string reason;
        try
        {
            reason = Code(answer.Outcome);
            if (reason.Length == 0)
            {
                return Accounted(AnalysisReader.Read(answer.Text, request.Query), answer);
            }
        }
        catch (AnalysisViolation violation)
        {
            reason = $"schema_violation: {violation.Path}";
        }

        return request.AllowFallback
            ? Accounted(DeterministicAnalyzer.Analyze(request.Query, now) with { FallbackReason = reason }, answer)
            : throw new ProtocolException($"The model gave no usable analysis: {reason}.");
    }

    private ModelCall Call(QueryAnalysisRequest request, AccessContext reader, DateTimeOffset now)
    {
        PromptTemplate prompt = prompts.Get(PromptNames.AnalyzeQuery);
        string today = now.ToString("yyyy-MM-dd, dddd", System.Globalization.CultureInfo.InvariantCulture);
        return new()
        {
            Operation = EnterpriseGptOperations.AnalyzeQuery.Name,
            Reader = reader,
            Tenant = request.Tenant,
            Instructions = prompt.Render(new Dictionary<string, string>()),
            PromptVersion = prompt.VersionKey,
            Input = $"<today>{today}</today>\n{PassageText.Wrap("question", request.Query)}",
            MaxTokens = MaxTokens,
            Schema = AnalysisSchema.Value,
        };
    }

    private static QueryAnalysis Accounted(QueryAnalysis analysis, GeneratedResponse answer)
    {
        bool isFresh = answer.Origin.Kind == ResultOriginKind.Source;
        return analysis with
        {
            Model = answer.Model,
            PromptVersion = answer.PromptVersion,
            Usage = isFresh ? answer.Usage : default,
            Cost = isFresh ? answer.Cost : 0m,
        };
    }

    /// <summary>Whether a failure lies on the way to the model. A wrong request, key or setting has to be mended and is never papered over.</summary>
    private static bool IsOfTheWay(IntegrationException failure) =>
        failure is not (InvalidQueryException or AuthenticationException or ClaimsChallengeException or ConfigurationException);

    private static string Code(IntegrationException failure) => failure switch
    {
        UnavailableException => "unavailable",
        ThrottledException => "throttled",
        IntegrationTimeoutException => "timeout",
        _ => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(failure.GetType().Name.Replace("Exception", string.Empty, StringComparison.Ordinal)),
    };

    private static string Code(GenerationOutcome outcome) => outcome switch
    {
        GenerationOutcome.Completed => string.Empty,
        GenerationOutcome.Refused => "refused",
        GenerationOutcome.ContentFiltered => "content_filtered",
        GenerationOutcome.CutByTokenLimit => "cut_by_token_limit",
        GenerationOutcome.CutByBudget => "cut_by_budget",
        _ => "incomplete",
    };

    private static void Check(string query)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (string.IsNullOrWhiteSpace(query) || query.Length > QueryAnalysisRequest.MaxQueryLength)
        {
            throw new InvalidQueryException($"A question to analyze has 1 to {QueryAnalysisRequest.MaxQueryLength} characters and is not blank.");
        }
    }
}
