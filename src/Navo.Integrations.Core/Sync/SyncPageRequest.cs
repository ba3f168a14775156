namespace Navo.Integrations.Core.Sync;

/// <summary>Which page of everything is asked for.</summary>
/// <param name="Position">The <see cref="SyncPage.Position"/> of the page before; null for the first.</param>
/// <param name="WithAccess">Whether each item has to say who may see it, which costs more; otherwise it may, where it costs nothing.</param>
public sealed record SyncPageRequest(string? Position, bool WithAccess = false);
