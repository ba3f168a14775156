namespace Navo.Integrations.EnterpriseGpt.Internal;

/// <summary>A request made ready for the model.</summary>
/// <param name="Call">The question.</param>
/// <param name="Sources">What became of each source.</param>
/// <param name="SourceKey">The sources with their versions; null where there are none, or where no answer may be kept.</param>
/// <param name="MayBeKept">Whether an answer may be kept.</param>
internal sealed record Prepared(ModelCall Call, IReadOnlyList<SourceUse> Sources, string? SourceKey, bool MayBeKept);
