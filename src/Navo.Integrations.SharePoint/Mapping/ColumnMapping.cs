using System.Globalization;
using System.Text.Json;
using Navo.Integrations.SharePoint.Api.Wire;

namespace Navo.Integrations.SharePoint.Mapping;

/// <summary>Renders the columns of list items: choices, lookups, people and terms as people read them.</summary>
/// <remarks><see href="https://learn.microsoft.com/graph/api/resources/fieldvalueset"/>.</remarks>
internal static class ColumnMapping
{
    private const string LookupId = "LookupId";

    // What every item has for the system's own use.
    private static readonly HashSet<string> Technical = new(StringComparer.Ordinal)
    {
        "id", "ContentType", "Edit", "ItemChildCount", "FolderChildCount", "LinkTitle", "LinkTitleNoMenu", "LinkFilename", "LinkFilenameNoMenu", "DocIcon", "FileLeafRef",
        "FileSizeDisplay", "AppAuthor", "AppEditor", "Attachments", "ParentVersionString", "ParentLeafName", "CheckoutUser", "AuthorLookupId", "EditorLookupId",
        "AppAuthorLookupId", "AppEditorLookupId",
    };

    /// <summary>The columns that say something, in the list's own order where it is known.</summary>
    public static IReadOnlyList<ColumnValue> ToValues(IReadOnlyDictionary<string, JsonElement> fields, IReadOnlyList<ColumnDto> columns)
    {
        Dictionary<string, ColumnDto> known = columns.Where(column => column.Name is not null).DistinctBy(column => column.Name).ToDictionary(column => column.Name!, StringComparer.Ordinal);
        IEnumerable<string> order = columns.Select(column => column.Name).OfType<string>().Concat(fields.Keys).Distinct(StringComparer.Ordinal);
        return [.. order.Where(name => IsShown(name, fields, known)).Select(name => ToValue(name, fields[name], known.GetValueOrDefault(name))).OfType<ColumnValue>()];
    }

    private static bool IsShown(string name, IReadOnlyDictionary<string, JsonElement> fields, Dictionary<string, ColumnDto> known)
    {
        bool isPlumbing = name is "" or ['_' or '@', ..] || name.Contains("@odata", StringComparison.Ordinal) || Technical.Contains(name);
        bool isIdOfShown = name.EndsWith(LookupId, StringComparison.Ordinal) && fields.ContainsKey(name[..^LookupId.Length]);
        return fields.ContainsKey(name) && !isPlumbing && !isIdOfShown && known.GetValueOrDefault(name)?.Hidden is not true;
    }

    private static ColumnValue? ToValue(string name, JsonElement value, ColumnDto? column)
    {
        string[] texts = [.. Texts(value).Where(text => text.Length > 0)];
        return texts.Length == 0 ? null : new(name, column?.DisplayName ?? name, KindOf(column, value), texts);
    }

    private static IEnumerable<string> Texts(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Texts),
        JsonValueKind.Object => Member(value) is { } text ? [text] : [],
        JsonValueKind.String => [JsonText.Of(value)?.Trim() ?? string.Empty],
        JsonValueKind.Number => [value.TryGetDecimal(out decimal number) ? number.ToString(CultureInfo.InvariantCulture) : value.GetRawText()],
        JsonValueKind.True => ["yes"],
        JsonValueKind.False => ["no"],
        _ => [],
    };

    /// <summary>What a lookup, person, term, place or link is called.</summary>
    private static string? Member(JsonElement value)
    {
        foreach (string name in (string[])["LookupValue", "Label", "displayName", "DisplayName", "Description", "Url", "Email"])
        {
            if (value.TryGetProperty(name, out JsonElement text) && JsonText.Of(text) is { Length: > 0 } found)
            {
                return name == "Description" && value.TryGetProperty("Url", out JsonElement url) && JsonText.Of(url) is { Length: > 0 } address && address != found
                    ? $"{found} ({address})"
                    : found;
            }
        }

        return value.EnumerateObject().Any() ? value.GetRawText() : null;
    }

    private static ColumnKind KindOf(ColumnDto? column, JsonElement value) => column switch
    {
        { Choice: not null } => ColumnKind.Choice,
        { Lookup: not null } => ColumnKind.Lookup,
        { PersonOrGroup: not null } => ColumnKind.Person,
        { Term: not null } => ColumnKind.Term,
        { HyperlinkOrPicture: not null } or { Thumbnail: not null } => ColumnKind.Link,
        { Calculated: not null } => ColumnKind.Calculated,
        { DateTime: not null } => ColumnKind.DateTime,
        { Boolean: not null } => ColumnKind.Flag,
        { Number: not null } or { Currency: not null } => ColumnKind.Number,
        { Text: not null } => ColumnKind.Text,
        _ => value.ValueKind switch
        {
            JsonValueKind.String => ColumnKind.Text,
            JsonValueKind.Number => ColumnKind.Number,
            JsonValueKind.True or JsonValueKind.False => ColumnKind.Flag,
            _ => ColumnKind.Other,
        },
    };
}
