namespace Navo.Integrations.Core.Federation;

/// <summary>What every federated search needs.</summary>
internal sealed record FederatedParts(IRankFusion Fusion, FederationInstruments Instruments, TimeProvider Time);
