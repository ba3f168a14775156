namespace Navo.Integrations.EnterpriseGpt;

/// <summary>Who spoke.</summary>
public enum ConversationRole
{
    /// <summary>The user.</summary>
    User,

    /// <summary>The model.</summary>
    Assistant,
}
