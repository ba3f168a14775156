using Navo.Integrations.Abstractions;

namespace Navo.Integrations.EnterpriseGpt;

/// <summary>
/// Answers, analysis and summaries by OpenAI's models, and the knowledge in the organization's vector stores. Nothing is stored at OpenAI beyond what its abuse monitoring keeps
/// (<c>store: false</c> on every call), and no content stands in metadata or logs.
/// </summary>
/// <remarks>All methods throw the family of <see cref="IntegrationException"/>; see <see cref="IIntegration"/>.</remarks>
public interface IEnterpriseGptClient : IIntegration
{
    /// <summary>Asks the model and waits for the whole answer.</summary>
    /// <param name="request">The question and what the answer is to rest on.</param>
    /// <param name="reader">On whose behalf: whose budget it is, and whose answers may be kept together.</param>
    /// <param name="cancellationToken">Cancels the call and the model's work.</param>
    /// <returns>The answer; <see cref="GeneratedResponse.Outcome"/> says whether it is whole.</returns>
    /// <exception cref="InvalidQueryException">The prompt is longer than the model takes, or an argument is out of its bounds.</exception>
    /// <exception cref="BudgetExceededException">A budget is spent.</exception>
    /// <exception cref="ThrottledException">A limit asks to wait longer than the deadline, or the quota is used up (not transient then).</exception>
    /// <exception cref="NotFoundException">Neither the model nor one of its fallbacks exists for the key.</exception>
    /// <exception cref="AuthenticationException">The key is refused.</exception>
    /// <exception cref="PermissionException">The key may not use the model, or the country is not supported.</exception>
    /// <exception cref="ProtocolException">The answer made no sense.</exception>
    /// <remarks><see href="https://platform.openai.com/docs/api-reference/responses"/>.</remarks>
    Task<GeneratedResponse> GenerateResponseAsync(GenerateRequest request, AccessContext reader, CancellationToken cancellationToken = default);

    /// <summary>Asks the model and hands the answer out as it comes.</summary>
    /// <param name="request">The question and what the answer is to rest on.</param>
    /// <param name="reader">On whose behalf.</param>
    /// <param name="cancellationToken">Cancels the call and the model's work; so does leaving the enumeration.</param>
    /// <returns>Parts of the text, then one part with the whole answer, its usage and how it ended. An answer out of the cache comes as one part of text.</returns>
    /// <exception cref="IntegrationException">As with <see cref="GenerateResponseAsync"/>, also in the middle of the enumeration: an error within the stream is never the end of the text.</exception>
    IAsyncEnumerable<ResponseUpdate> StreamResponseAsync(GenerateRequest request, AccessContext reader, CancellationToken cancellationToken = default);

    /// <summary>Finds out what a question is after: intent, entities, keywords, time range, sources, filters, language, and better queries.</summary>
    /// <param name="request">The question.</param>
    /// <param name="reader">On whose behalf.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The analysis; where the model could not give one, a deterministic one that says so.</returns>
    /// <exception cref="InvalidQueryException">The question is empty or too long.</exception>
    Task<QueryAnalysis> AnalyzeQueryAsync(QueryAnalysisRequest request, AccessContext reader, CancellationToken cancellationToken = default);

    /// <summary>Summarizes a content of any length.</summary>
    /// <param name="request">The content, and how its summary is to be.</param>
    /// <param name="reader">On whose behalf; whoever gives the content has made sure that the reader may see it.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The summary with a report of what was read; one that rests on a part is not <see cref="GenerationOutcome.Completed"/>.</returns>
    Task<ContentSummary> SummarizeContentAsync(SummaryRequest request, AccessContext reader, CancellationToken cancellationToken = default);

    /// <summary>What was used and spent: by this application's own accounting and, with an administration key, by the organization's.</summary>
    /// <param name="query">Which days, users, tenants, models and operations.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The figures. A cost that is not known is null, never zero.</returns>
    /// <exception cref="InvalidQueryException">The range of days makes no sense.</exception>
    /// <remarks><see href="https://platform.openai.com/docs/api-reference/usage"/>.</remarks>
    Task<UsageStats> GetUsageStatsAsync(UsageQuery query, CancellationToken cancellationToken = default);

    /// <summary>What OpenAI keeps of the project's requests. It needs <see cref="EnterpriseGptOptions.AdminApiKey"/> and <see cref="EnterpriseGptOptions.ProjectId"/>.</summary>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The setting.</returns>
    /// <exception cref="ConfigurationException">There is no administration key or project.</exception>
    Task<DataRetention> GetDataRetentionAsync(CancellationToken cancellationToken = default);
}
