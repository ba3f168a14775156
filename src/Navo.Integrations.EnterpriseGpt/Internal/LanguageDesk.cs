using System.Globalization;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Pipeline;
using Navo.Integrations.EnterpriseGpt.Internal.Language;
using Navo.Integrations.EnterpriseGpt.Internal.Usage;

namespace Navo.Integrations.EnterpriseGpt.Internal;

/// <summary>Analysis and summaries, each as one call of the waist. A summary makes many calls to the model, so it has the longer deadline of streams.</summary>
internal sealed class LanguageDesk(IIntegrationPipeline pipeline, IIntegrationPipeline patient, QueryAnalyzer analyzer, ContentSummarizer summarizer, LanguageSources sources)
{
    public async Task<QueryAnalysis> AnalyzeAsync(QueryAnalysisRequest request, AccessContext reader, CancellationToken cancellationToken)
    {
        KeptAnswer<QueryAnalysis> answer = new(reader, token => analyzer.AnalyzeAsync(request, reader, token))
        {
            Key =
            [
                .. ModelKey.Of(sources.Current()),
                sources.Prompts.Get(PromptNames.AnalyzeQuery).VersionKey,
                (request.Now ?? sources.Time.GetUtcNow()).UtcDateTime.ToString(request.Now is null ? "yyyy-MM-dd" : "O", CultureInfo.InvariantCulture),
                $"{request.AllowFallback} {request.SkipModel}",
                request.Tenant,
                request.Query,
            ],
        };
        QueryAnalysis analysis = await answer.ExecuteAsync(pipeline, EnterpriseGptOperations.AnalyzeQuery, cancellationToken).ConfigureAwait(false);
        await CountAsync(analysis, new(EnterpriseGptOperations.AnalyzeQuery.Name, reader, request.Tenant), analysis.Model, cancellationToken).ConfigureAwait(false);
        return analysis;
    }

    public async Task<ContentSummary> SummarizeAsync(SummaryRequest request, AccessContext reader, CancellationToken cancellationToken)
    {
        KeptAnswer<ContentSummary> answer = new(reader, token => summarizer.SummarizeAsync(request, reader, token))
        {
            Key =
            [
                .. ModelKey.Of(sources.Current()),
                sources.Prompts.Get(PromptNames.SummarizeMap).VersionKey,
                sources.Prompts.Get(PromptNames.SummarizeReduce).VersionKey,
                string.Create(CultureInfo.InvariantCulture, $"{request.Style} {request.Length} {request.MaxWords} {request.MaxCalls}"),
                request.Audience,
                request.Language,
                request.Focus,
                request.Tenant,
                request.Source,
                request.Title,
                request.Markdown,
            ],
            IsShared = request.Source is not null,
            ForOthers = static summary => summary.Outcome == GenerationOutcome.CutByBudget ? null : summary with { BudgetWarnings = [] },
        };
        ContentSummary summary = await answer.ExecuteAsync(patient, EnterpriseGptOperations.SummarizeContent, cancellationToken).ConfigureAwait(false);
        await CountAsync(summary, new(EnterpriseGptOperations.SummarizeContent.Name, reader, request.Tenant), summary.Models.FirstOrDefault(), cancellationToken).ConfigureAwait(false);
        return summary;
    }

    private async ValueTask CountAsync(IServedResult answer, UsageSubject subject, string? model, CancellationToken cancellationToken)
    {
        if (answer.Origin.Kind != ResultOriginKind.Source && model is not null)
        {
            await sources.Meter.RecordCachedAsync(subject, model, cancellationToken).ConfigureAwait(false);
        }
    }
}
