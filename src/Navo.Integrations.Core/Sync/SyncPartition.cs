namespace Navo.Integrations.Core.Sync;

/// <summary>A part of a source that is read by itself: a space, a drive.</summary>
/// <param name="Id">What it is known by; it stays the same.</param>
/// <param name="Title">Its name for people.</param>
public sealed record SyncPartition(string Id, string? Title = null);
