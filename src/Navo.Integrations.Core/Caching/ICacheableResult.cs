namespace Navo.Integrations.Core.Caching;

/// <summary>A result that knows whether it is worth keeping, and how large it is. Results that don't are kept and taken for small.</summary>
public interface ICacheableResult
{
    /// <summary>Whether it may be given again: not where something stood in for the real one, or a part is missing that may be there next time.</summary>
    bool IsWorthKeeping { get; }

    /// <summary>About how many bytes it takes in memory.</summary>
    long ApproximateBytes { get; }
}
