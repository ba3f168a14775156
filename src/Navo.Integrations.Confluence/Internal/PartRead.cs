using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Confluence.Internal;

/// <summary>A read of something that hangs on a page or blog post.</summary>
/// <param name="Id">The page or blog post.</param>
/// <param name="Read">Reads it, as the service.</param>
/// <param name="Variant">All that the result depends on beside the id.</param>
internal sealed record PartRead<T>(ContentId Id, Func<ContentPlace, CancellationToken, Task<T>> Read, string? Variant = null);
