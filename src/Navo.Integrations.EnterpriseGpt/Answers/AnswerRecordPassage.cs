using Navo.Integrations.Abstractions;

namespace Navo.Integrations.EnterpriseGpt;

/// <summary>A passage of an answer, with the decision about it.</summary>
/// <param name="Item">The item as <c>integration/id</c>.</param>
/// <param name="Version">Its version.</param>
/// <param name="Start">Where the passage begins in its Markdown.</param>
/// <param name="Outcome">The decision; only what was allowed went on.</param>
/// <param name="Reason">Why.</param>
/// <param name="CheckedAt">When the source was asked.</param>
public sealed record AnswerRecordPassage(string Item, string Version, int Start, PermissionOutcome Outcome, PermissionReason Reason, DateTimeOffset CheckedAt);
