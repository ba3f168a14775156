namespace Navo.Integrations.EnterpriseGpt;

/// <summary>What an <see cref="AnswerNotice"/> is about.</summary>
public enum AnswerNoticeKind
{
    /// <summary>Two passages say nearly the same with other numbers or dates.</summary>
    SourcesDiffer = 0,

    /// <summary>A cited item is older than its threshold.</summary>
    StaleSource,

    /// <summary>An item that went to the model holds what looks like instructions to a model, or hidden text.</summary>
    SuspiciousSource,

    /// <summary>An integration did not answer, or in part, could not be asked what the reader may see, or some of its items could not be read, so that something may be missing by a failure. What is hidden is never said to be missing.</summary>
    SourceMissing,

    /// <summary>The model's answer was cut, withheld or refused.</summary>
    NotWhole,

    /// <summary>The model says that it does not know a part.</summary>
    PartlyUnknown,
}
