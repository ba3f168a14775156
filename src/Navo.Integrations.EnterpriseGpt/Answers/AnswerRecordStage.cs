namespace Navo.Integrations.EnterpriseGpt;

/// <summary>When in an answer's life a record was written.</summary>
public enum AnswerRecordStage
{
    /// <summary>Before the model sees a passage, and before any text leaves.</summary>
    Opened = 0,

    /// <summary>Before the whole answer leaves. Where it is streamed, its sentences have left by then.</summary>
    Closed,
}
