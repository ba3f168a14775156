using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Pipeline;

namespace Navo.Integrations.EnterpriseGpt.Internal;

/// <summary>Answers: what goes to the model, whether an answer is kept, and for whom.</summary>
internal sealed class GenerationDesk(IIntegrationPipeline pipeline, IIntegrationPipeline streaming, PromptDesk prompts, IModelCaller model, GenerationSources sources)
{
    public Task<GeneratedResponse> GenerateAsync(GenerateRequest request, AccessContext reader, CancellationToken cancellationToken) =>
        ExecuteAsync(pipeline, request, reader, null, cancellationToken);

    public Task<GeneratedResponse> StreamAsync(GenerateRequest request, AccessContext reader, Action<string> onText, CancellationToken cancellationToken) =>
        ExecuteAsync(streaming, request, reader, onText, cancellationToken);

    private async Task<GeneratedResponse> ExecuteAsync(IIntegrationPipeline through, GenerateRequest request, AccessContext reader, Action<string>? onText, CancellationToken cancellationToken)
    {
        Prepared prepared = prompts.Prepare(request, reader);
        KeptAnswer<GeneratedResponse> answer = new(prepared.Call.Reader, token => AskAsync(prepared, onText, token))
        {
            Key = prepared.MayBeKept ? KeyOf(prepared) : null,
            IsShared = prepared.SourceKey is not null,
            ForOthers = static answer => answer.Outcome == GenerationOutcome.CutByBudget ? null : answer with { BudgetWarnings = [] },
        };
        GeneratedResponse response = await answer.ExecuteAsync(through, EnterpriseGptOperations.GenerateResponse, cancellationToken).ConfigureAwait(false);
        if (response.Origin.Kind != ResultOriginKind.Source)
        {
            await sources.Meter.RecordCachedAsync(new(prepared.Call.Operation, prepared.Call.Reader, prepared.Call.Tenant), response.Model, cancellationToken).ConfigureAwait(false);
        }

        return response with { Sources = prepared.Sources };
    }

    private Task<GeneratedResponse> AskAsync(Prepared prepared, Action<string>? onText, CancellationToken cancellationToken) => prepared.Call.Schema is { } schema
        ? AskForJsonAsync(schema, prepared.Call, onText, cancellationToken)
        : model.AskAsync(prepared.Call, onText, cancellationToken);

    private async Task<GeneratedResponse> AskForJsonAsync(AnswerSchema schema, ModelCall call, Action<string>? onText, CancellationToken cancellationToken)
    {
        GeneratedResponse response = await model.AskAsync(call, onText, cancellationToken).ConfigureAwait(false);
        AnswerSchemas.Check(schema, response);
        return response;
    }

    private string?[] KeyOf(Prepared prepared)
    {
        ModelCall call = prepared.Call;
        return
        [
            call.Tenant,
            .. ModelKey.Of(sources.Current(), call),
            call.PromptVersion,
            call.Instructions,
            call.Schema?.Name,
            call.Schema?.Schema.ToString(),
            prepared.SourceKey,
            call.Input,
        ];
    }
}
