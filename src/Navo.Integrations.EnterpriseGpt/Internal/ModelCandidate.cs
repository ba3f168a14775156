namespace Navo.Integrations.EnterpriseGpt.Internal;

/// <summary>A model that may be asked.</summary>
/// <param name="Model">Its name.</param>
/// <param name="Reason">Why it is asked in place of the one before it.</param>
internal readonly record struct ModelCandidate(string Model, ModelFallbackReason Reason);
