namespace Navo.Integrations.Core.Audit;

/// <summary>A line of a chain. Kept where nobody who may write the files can reach it, it shows later that everything up to it is still there.</summary>
/// <param name="Sequence">Its number in the chain, from 1 on.</param>
/// <param name="Hash">Its hash: 64 hexadecimal digits in lower case.</param>
public readonly record struct AuditChainHead(long Sequence, string Hash);
