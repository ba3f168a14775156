using System.Text.Json;

namespace Navo.Integrations.Confluence.Mapping.Adf;

/// <summary>A node or mark of a document. A member of another type than the schema's is refused, a missing one is not.</summary>
internal readonly struct AdfNode
{
    private readonly JsonElement _json;

    public AdfNode(JsonElement json)
    {
        _json = json.ValueKind == JsonValueKind.Object ? json : throw AdfMarkup.Unreadable("a node is not an object");
        Type = Member("type", JsonValueKind.String) is { } type ? type.GetString()! : throw AdfMarkup.Unreadable("a node has no type");
    }

    public string Type { get; }

    /// <summary>The text of a text node.</summary>
    public string? Text => Member("text", JsonValueKind.String) is { } text ? text.GetString() : null;

    public IEnumerable<AdfNode> Children => List("content");

    public IEnumerable<AdfNode> Marks => List("marks");

    /// <summary>An attribute that is an object; null where it is missing or something else.</summary>
    public JsonElement? Object(string name) => ObjectIn(Member("attrs", JsonValueKind.Object), name);

    /// <summary>An attribute as text; null where it is missing, blank, or neither a string nor a number.</summary>
    public string? this[string attribute] => TextIn(Member("attrs", JsonValueKind.Object), attribute);

    public static JsonElement? ObjectIn(JsonElement? parent, string name) =>
        parent is { ValueKind: JsonValueKind.Object } known && known.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Object ? value : null;

    public static string? TextIn(JsonElement? parent, string name) =>
        parent is { ValueKind: JsonValueKind.Object } known && known.TryGetProperty(name, out JsonElement value) ? TextOf(value) : null;

    /// <summary>A value as text; null where it is blank, or neither a string nor a number.</summary>
    public static string? TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString() is var text && string.IsNullOrWhiteSpace(text) ? null : text,
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };

    private IEnumerable<AdfNode> List(string name) =>
        Member(name, JsonValueKind.Array) is { } list ? list.EnumerateArray().Select(node => new AdfNode(node)) : [];

    private JsonElement? Member(string name, JsonValueKind kind)
    {
        if (!_json.TryGetProperty(name, out JsonElement value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        return value.ValueKind == kind ? value : throw AdfMarkup.Unreadable($"the member {name} of a node is of another type than promised");
    }
}
