namespace Navo.Integrations.EnterpriseGpt;

/// <summary>A thing that a question names.</summary>
/// <param name="Text">As the question writes it.</param>
/// <param name="Kind">What it is.</param>
public sealed record QueryEntity(string Text, QueryEntityKind Kind);
