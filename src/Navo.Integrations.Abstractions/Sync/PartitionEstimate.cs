namespace Navo.Integrations.Abstractions;

/// <summary>What a run would cost in one partition.</summary>
/// <param name="Partition">The partition.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="Items">The items that would be read; null where the source does not say.</param>
/// <param name="Requests">The requests; null where they are not known.</param>
/// <param name="ResourceUnits">The source's own units of cost; null where it has none.</param>
public sealed record PartitionEstimate(string Partition, string? Title, long? Items, long? Requests, long? ResourceUnits);
