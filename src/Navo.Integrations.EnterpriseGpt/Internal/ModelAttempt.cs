using System.Runtime.CompilerServices;
using Navo.Integrations.Abstractions;
using Navo.Integrations.EnterpriseGpt.Api;
using Navo.Integrations.EnterpriseGpt.Internal.Usage;

namespace Navo.Integrations.EnterpriseGpt.Internal;

/// <summary>Asks one model: reserves what it may cost, sends only what the model takes, and settles what it did cost, whatever came of it.</summary>
internal sealed class ModelAttempt(IModelWire wire, ModelLineup lineup, ModelSizes sizes, UsageMeter meter, AttemptEnvironment environment)
{
    private ModelTraits Traits => environment.Traits;

    public async Task<GeneratedResponse> RunAsync(ModelCall call, ModelCandidate candidate, Action<string>? onText, CancellationToken cancellationToken)
    {
        EnterpriseGptOptions options = environment.Current();
        PromptSize input = sizes.InputOf(call);
        int output = sizes.FitToWindow(candidate.Model, input, (call.MaxTokens ?? options.MaxTokens) + (Traits.IsReasoning(candidate.Model) ? options.ReasoningTokens : 0));
        UsageSubject subject = new(call.Operation, call.Reader, call.Tenant);
        UsageReservation reservation = await meter.ReserveAsync(subject, candidate.Model, meter.HasBudgets ? input.Tokens : 0, output, cancellationToken).ConfigureAwait(false);
        await using ConfiguredAsyncDisposable release = reservation.ConfigureAwait(false);
        ModelRequest request = RequestOf(call, candidate.Model, options, input, reservation.AllowedOutputTokens);
        AttemptMeter progress = new(environment, sizes, reservation, input, onText);
        ModelAnswer answer;
        try
        {
            answer = await AskAsync(request, onText is null ? null : progress, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            await SettleFailureAsync(failure, subject, request, progress).ConfigureAwait(false);
            throw;
        }

        return await ToResponseAsync(call, candidate, answer, progress).ConfigureAwait(false);
    }

    private Task<ModelAnswer> AskAsync(ModelRequest request, AttemptMeter? progress, CancellationToken cancellationToken) => request.Temperature is null
        ? SendAsync(request, progress, cancellationToken)
        : AskWithTemperatureAsync(request, progress, cancellationToken);

    private async Task<ModelAnswer> AskWithTemperatureAsync(ModelRequest request, AttemptMeter? progress, CancellationToken cancellationToken)
    {
        try
        {
            return await SendAsync(request, progress, cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidQueryException refused) when (refused.Message.Contains("temperature", StringComparison.OrdinalIgnoreCase))
        {
            // Only an answer without it shows that it was the temperature: a schema may have a member of that name.
            ModelAnswer answer = await SendAsync(request with { Temperature = null }, progress, cancellationToken).ConfigureAwait(false);
            lineup.NoteRefusedTemperature(request.Model);
            return answer;
        }
    }

    private Task<ModelAnswer> SendAsync(ModelRequest request, AttemptMeter? progress, CancellationToken cancellationToken) => progress is null
        ? wire.CompleteAsync(request, cancellationToken)
        : StreamReading.ReadAsync(wire.StreamAsync, request, progress, cancellationToken);

    private ModelRequest RequestOf(ModelCall call, string model, EnterpriseGptOptions options, PromptSize input, int output) => new()
    {
        Model = model,
        Instructions = call.Instructions,
        History = call.History,
        Input = call.Input,
        MaxOutputTokens = output,
        EstimatedTokens = input.ForRateLimits + output,
        Temperature = Traits.TakesTemperature(model, options.ReasoningEffort) && !lineup.RefusedTemperature(model) ? call.Temperature ?? options.Temperature : null,
        ReasoningEffort = Traits.IsReasoning(model) ? options.ReasoningEffort : null,
        Schema = call.Schema,
        CacheKey = RequestIdentity.CacheKeyOf(call),
        SafetyIdentifier = RequestIdentity.Of(call.Reader, call.Tenant),
    };

    /// <summary>What was not sent, not connected or refused costs nothing; what broke off costs the prompt and what was made so far, as far as can be told here.</summary>
    private async ValueTask SettleFailureAsync(Exception failure, UsageSubject subject, ModelRequest request, AttemptMeter progress)
    {
        bool isRefused = failure is IntegrationException { StatusCode: >= 400 } || failure.InnerException is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError };
        if (progress.HasBegun || (request.Mark.IsSent && !isRefused))
        {
            await progress.SettleAsync(request.Model, null, CancellationToken.None).ConfigureAwait(false);
        }
        else
        {
            await meter.RecordFailureAsync(subject, request.Model, progress.Elapsed, CancellationToken.None).ConfigureAwait(false);
        }
    }

    private static async Task<GeneratedResponse> ToResponseAsync(ModelCall call, ModelCandidate candidate, ModelAnswer answer, AttemptMeter progress)
    {
        if (answer.Usage is null)
        {
            progress.TakeWhole(answer.Text);
        }

        decimal? cost = await progress.SettleAsync(answer.Model ?? candidate.Model, answer.Usage, CancellationToken.None).ConfigureAwait(false);
        bool isCutByBudget = answer.Outcome == GenerationOutcome.CutByTokenLimit && progress.Reservation.IsCutByBudget;
        return new()
        {
            Text = answer.Text,
            Outcome = isCutByBudget ? GenerationOutcome.CutByBudget : answer.Outcome,
            Refusal = answer.Refusal,
            RequestedModel = call.Model ?? progress.Options.Model,
            Model = answer.Model ?? candidate.Model,
            FallbackReason = candidate.Reason,
            Usage = answer.Usage ?? progress.Estimated,
            IsUsageEstimated = answer.Usage is null,
            Cost = cost,
            Duration = progress.Elapsed,
            TimeToFirstToken = progress.TimeToFirstText,
            PromptVersion = call.PromptVersion.Length == 0 ? null : call.PromptVersion,
            BudgetWarnings = progress.Reservation.Warnings,
            RequestId = answer.RequestId,
        };
    }
}
