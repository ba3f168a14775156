namespace Navo.Integrations.Confluence.Mapping.Storage;

/// <summary>A macro that is known.</summary>
/// <param name="Name">Its name in the storage format.</param>
/// <param name="Treatment">What becomes of it.</param>
/// <param name="Shown">What stands in the text, in a few words.</param>
/// <param name="Render">Writes it.</param>
internal sealed record MacroDefinition(string Name, MacroTreatment Treatment, string Shown, Action<StorageCursor, MacroCall> Render);
