using Navo.Integrations.Abstractions;

namespace Navo.Integrations.SharePoint;

/// <summary>A document with its text.</summary>
/// <param name="Document">What is known about the document.</param>
/// <param name="Outcome">The text with its places, or the reason why there is none or not all of it.</param>
public sealed record DocumentText(SharePointItem Document, ExtractionOutcome Outcome);
