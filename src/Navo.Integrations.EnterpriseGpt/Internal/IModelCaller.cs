namespace Navo.Integrations.EnterpriseGpt.Internal;

/// <summary>Asks the model, with all that stands around it.</summary>
internal interface IModelCaller
{
    /// <summary>Asks.</summary>
    /// <param name="call">The question.</param>
    /// <param name="onText">Takes the text as it comes; null to wait for the whole answer.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<GeneratedResponse> AskAsync(ModelCall call, Action<string>? onText, CancellationToken cancellationToken);
}
