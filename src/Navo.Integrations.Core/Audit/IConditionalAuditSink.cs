namespace Navo.Integrations.Core.Audit;

/// <summary>A sink that can be switched off, so that no record need be built for it.</summary>
internal interface IConditionalAuditSink
{
    /// <summary>Whether records are wanted now.</summary>
    bool IsEnabled { get; }
}
