namespace Navo.Integrations.EnterpriseGpt.Tests.Answers;

/// <summary>Where the fault is.</summary>
public enum FaultStage
{
    /// <summary>The search.</summary>
    Search,

    /// <summary>Reading the texts.</summary>
    Content,

    /// <summary>Deciding, right before the answer.</summary>
    Permissions,
}
