namespace Navo.Integrations.EnterpriseGpt;

/// <summary>One turn of a conversation.</summary>
/// <param name="Role">Who spoke.</param>
/// <param name="Text">What was said.</param>
public sealed record ConversationTurn(ConversationRole Role, string Text);
