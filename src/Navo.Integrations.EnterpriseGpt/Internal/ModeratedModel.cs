
namespace Navo.Integrations.EnterpriseGpt.Internal;

/// <summary>Lets the moderation look at prompts and answers where the options want it. What it flags is withheld; where it can't be asked, nothing goes through.</summary>
internal sealed class ModeratedModel(ModelGateway gateway, Func<string, CancellationToken, Task<bool>> isFlagged, Func<EnterpriseGptOptions> current) : IModelCaller
{
    public Task<GeneratedResponse> AskAsync(ModelCall call, Action<string>? onText, CancellationToken cancellationToken) => current().Moderation is var moderation and not EnterpriseGptModeration.Off
        ? ModerateAsync(moderation, call, onText, cancellationToken)
        : gateway.AskAsync(call, onText, cancellationToken);

    private async Task<GeneratedResponse> ModerateAsync(EnterpriseGptModeration moderation, ModelCall call, Action<string>? onText, CancellationToken cancellationToken)
    {
        if (moderation.HasFlag(EnterpriseGptModeration.Prompts) && await isFlagged(PromptOf(call), cancellationToken).ConfigureAwait(false))
        {
            return Withheld(call);
        }

        if (!moderation.HasFlag(EnterpriseGptModeration.Answers))
        {
            return await gateway.AskAsync(call, onText, cancellationToken).ConfigureAwait(false);
        }

        // The text is held back until it is judged; it still comes as a stream, so that silence is noticed and a long answer is not cut by the deadline of a call.
        GeneratedResponse response = await gateway.AskAsync(call, onText is null ? null : static _ => { }, cancellationToken).ConfigureAwait(false);
        if (response.Text.Length > 0 && await isFlagged(response.Text, cancellationToken).ConfigureAwait(false))
        {
            return response with { Text = string.Empty, Outcome = GenerationOutcome.ContentFiltered };
        }

        onText?.Invoke(response.Text);
        return response;
    }

    /// <summary>Earlier turns come from outside as the question does: what was flagged once would else go along with the next question.</summary>
    private static string PromptOf(ModelCall call) => call.History.Count == 0 ? call.Input : string.Join("\n\n", call.History.Select(static turn => turn.Text).Append(call.Input));

    private GeneratedResponse Withheld(ModelCall call) => new()
    {
        Text = string.Empty,
        Outcome = GenerationOutcome.ContentFiltered,
        RequestedModel = call.Model ?? current().Model,
        Model = current().ModerationModel,
        Usage = default,
        Cost = 0,
        PromptVersion = call.PromptVersion.Length == 0 ? null : call.PromptVersion,
    };
}
