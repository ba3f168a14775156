namespace Navo.Integrations.EnterpriseGpt.Internal;

/// <summary>Asks the model and waits for the whole answer.</summary>
internal delegate Task<GeneratedResponse> AskModel(ModelCall call, CancellationToken cancellationToken);
