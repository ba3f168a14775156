namespace Navo.Integrations.Abstractions;

/// <summary>What to do about a filter that a source can't express.</summary>
public enum InexpressibleFilter
{
    /// <summary>
    /// Ask the source without it, take out the hits that plainly contradict it, and name it in <see cref="SourceReport.Unexpressed"/>: hits of that source may lie outside of it.
    /// </summary>
    Report = 0,

    /// <summary>Do not ask the source; it is reported as <see cref="SourceStatus.Refused"/>.</summary>
    Refuse,
}
