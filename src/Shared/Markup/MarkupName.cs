namespace Navo.Integrations.Markup;

/// <summary>Names that come from a document.</summary>
internal static class MarkupName
{
    /// <summary>Makes such a name fit for a record: at most 64 characters, none with a meaning.</summary>
    public static string Safe(string name) =>
        new([.. name.Take(64).Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or ':' or '.' ? c : '_')]);
}
