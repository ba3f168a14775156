using Navo.Integrations.Abstractions;

namespace Navo.Integrations.EnterpriseGpt;

/// <summary>A passage on which an answer could rest.</summary>
/// <param name="Source">The integration.</param>
/// <param name="Id">The item.</param>
/// <param name="Version">The item's version.</param>
/// <param name="Start">Where the passage begins in the item's Markdown, in UTF-16 characters.</param>
/// <param name="Length">How long it is there.</param>
/// <param name="Sensitivity">How much of it the model was given.</param>
public sealed record AnswerPassage(IntegrationName Source, ContentId Id, string Version, int Start, int Length, SensitivityLevel Sensitivity);
