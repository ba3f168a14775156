using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Sync;

/// <summary>An answer of the source, or why there is none.</summary>
internal readonly record struct SourceAnswer<T>(T? Value, IntegrationException? Error);
