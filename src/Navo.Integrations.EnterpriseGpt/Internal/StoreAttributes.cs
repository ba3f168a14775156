using System.Globalization;
using System.Text.Json;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.EnterpriseGpt.Internal;

/// <summary>What the attributes of a file in a vector store say. All of them are optional; a value that makes no sense counts as absent.</summary>
/// <remarks><see href="https://platform.openai.com/docs/api-reference/vector-stores-files/file-object"/>: 16 attributes, texts of at most 512 characters, numbers or flags.</remarks>
internal sealed class StoreAttributes(IReadOnlyDictionary<string, JsonElement>? attributes)
{
    public const string ModifiedKey = "modified";
    public const string KindKey = "kind";
    public const string AuthorKey = "author";

    /// <summary>The integration that the file's text comes from.</summary>
    public string? OriginSource => Text("navo_source");

    /// <summary>Its id there.</summary>
    public string? OriginId => Text("navo_id");

    public string? OriginVersion => Text("navo_version");

    public string? Title => Text("title");

    public string? Container => Text("container");

    public ContentKind Kind => Enum.TryParse(Text(KindKey), ignoreCase: true, out ContentKind kind) && Enum.IsDefined(kind) ? kind : ContentKind.Document;

    /// <summary>How a kind is likely to be written, for a comparison that heeds case.</summary>
    public static IEnumerable<string> SpellingsOf(ContentKind kind)
    {
        string name = kind.ToString();
        return new[] { name.ToLowerInvariant(), name, JsonNamingPolicy.CamelCase.ConvertName(name) }.Distinct(StringComparer.Ordinal);
    }

    public PersonRef? Author => Text(AuthorKey) is { } name ? new(PrincipalOf(name), name) : null;

    public Uri? WebAddress => Uri.TryCreate(Text("url"), UriKind.Absolute, out Uri? address) && address.Scheme is "https" or "http" ? address : null;

    public DateTimeOffset? Modified =>
        Element(ModifiedKey) is { ValueKind: JsonValueKind.Number } number && number.TryGetDouble(out double seconds) ? UnixTime.Of(seconds) : null;

    private static PrincipalId? PrincipalOf(string text)
    {
        try
        {
            return PrincipalId.Parse(text);
        }
        catch (InvalidQueryException)
        {
            return null; // a name and no id
        }
    }

    private string? Text(string name) => Element(name) switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString() is { Length: > 0 } value ? value : null,
        { ValueKind: JsonValueKind.Number } number => number.TryGetInt64(out long whole) ? whole.ToString(CultureInfo.InvariantCulture) : null,
        _ => null,
    };

    private JsonElement? Element(string name) => attributes is not null && attributes.TryGetValue(name, out JsonElement value) ? value : null;
}
