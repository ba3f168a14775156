namespace Navo.Integrations.Core.Federation;

/// <summary>A hit with what of it is compared with others; worked out as its source answers, while slower ones are waited for.</summary>
internal sealed record FoundHit(RankedHit Place, TextSignature Text);
