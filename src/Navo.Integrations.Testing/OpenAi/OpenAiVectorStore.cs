using System.Text.Json.Nodes;
using Navo.Integrations.Testing.OpenAi.Model;

namespace Navo.Integrations.Testing.OpenAi;

/// <summary>A vector store with its files. Safe for concurrent use.</summary>
/// <remarks><see href="https://platform.openai.com/docs/api-reference/vector-stores"/>.</remarks>
public sealed class OpenAiVectorStore
{
    private readonly Lock _gate = new();
    private readonly TimeProvider _time;
    private readonly List<OpenAiFile> _files = [];

    internal OpenAiVectorStore(string id, string name, TimeProvider time)
    {
        (Id, Name, _time) = (id, name, time);
        Created = time.GetUtcNow();
    }

    /// <summary>Its id.</summary>
    public string Id { get; }

    /// <summary>Its name.</summary>
    public string Name { get; internal set; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset Created { get; }

    /// <summary>The most tokens of a chunk, which is what a search finds; the vendor's default. Chunks end with paragraphs.</summary>
    public int ChunkTokens { get; set; } = 800;

    /// <summary>Its files in the order in which they came.</summary>
    public IReadOnlyList<OpenAiFile> Files
    {
        get
        {
            lock (_gate)
            {
                return [.. _files];
            }
        }
    }

    /// <summary>Adds a file with its text.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="text">Its text, paragraphs between blank lines.</param>
    /// <param name="attributes">Up to 16 attributes: texts of up to 512 characters, numbers and booleans.</param>
    /// <returns>The file.</returns>
    /// <exception cref="ArgumentException">An attribute is more or other than the API takes.</exception>
    public OpenAiFile AddFile(string name, string text, IReadOnlyDictionary<string, object>? attributes = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(text);
        lock (_gate)
        {
            OpenAiFile file = new(Ids.Make("file-", $"{Id}/{_files.Count}/{name}", 22), name, text, _time.GetUtcNow()) { AttributesJson = Attributes.Of(attributes) };
            _files.Add(file);
            return file;
        }
    }

    /// <summary>Removes a file.</summary>
    /// <param name="fileId">Its id.</param>
    /// <returns>Whether it was there.</returns>
    public bool RemoveFile(string fileId)
    {
        lock (_gate)
        {
            return _files.RemoveAll(f => f.Id == fileId) > 0;
        }
    }

    internal void Attach(OpenAiFile file, JsonObject attributes)
    {
        lock (_gate)
        {
            _files.RemoveAll(f => f.Id == file.Id);
            _files.Add(new(file.Id, file.Name, file.Text, _time.GetUtcNow()) { AttributesJson = attributes });
        }
    }
}
