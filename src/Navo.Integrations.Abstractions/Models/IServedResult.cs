namespace Navo.Integrations.Abstractions;

/// <summary>A result that can say where it was served from. It must be deeply immutable: caches hand the same instance to many callers.</summary>
public interface IServedResult
{
    /// <summary>Where the result was served from.</summary>
    ResultOrigin Origin { get; }

    /// <summary>The same result with another origin.</summary>
    /// <param name="origin">The origin.</param>
    /// <returns>A copy, of the same type.</returns>
    IServedResult WithOrigin(ResultOrigin origin);
}
