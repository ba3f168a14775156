using System.Text.Json.Nodes;

namespace Navo.Integrations.Testing.OpenAi;

/// <summary>A file with its text, in a vector store or by itself.</summary>
public sealed class OpenAiFile
{
    private JsonObject _attributes = [];

    internal OpenAiFile(string id, string name, string text, DateTimeOffset created) => (Id, Name, Text, Created) = (id, name, text, created);

    /// <summary>Its id.</summary>
    public string Id { get; }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Its text.</summary>
    public string Text { get; }

    /// <summary>When it was added.</summary>
    public DateTimeOffset Created { get; }

    /// <summary>What it was uploaded for.</summary>
    public string Purpose { get; internal init; } = "assistants";

    /// <summary>Its attributes in a store: texts, numbers and booleans. A copy.</summary>
    public IReadOnlyDictionary<string, object> Attributes => _attributes.ToDictionary(
        a => a.Key,
        a => a.Value!.GetValueKind() switch
        {
            System.Text.Json.JsonValueKind.String => (object)a.Value.GetValue<string>(),
            System.Text.Json.JsonValueKind.Number => a.Value.GetValue<double>(),
            _ => a.Value.GetValue<bool>(),
        },
        StringComparer.Ordinal);

    internal JsonObject AttributesJson
    {
        get => (JsonObject)_attributes.DeepClone();
        set => _attributes = value;
    }
}
