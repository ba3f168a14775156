using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Federation;

/// <summary>One source's part in a search.</summary>
/// <param name="Integration">The source.</param>
/// <param name="Plan">What to ask it.</param>
/// <param name="Position">Where it goes on; null if it is at its end.</param>
internal sealed record SourceAsk(IIntegration Integration, SourcePlan Plan, SourcePosition? Position)
{
    /// <summary>Whether it is asked at all.</summary>
    public bool IsOpen => Plan.Query is not null && Position is { Lost: null };
}
