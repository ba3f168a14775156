using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Sync;

/// <summary>A run that is due.</summary>
/// <param name="Mode">What it looks at.</param>
/// <param name="Partitions">The only partitions that it looks at; null for all.</param>
internal sealed record SyncErrand(SyncMode Mode, IReadOnlyCollection<string>? Partitions);
