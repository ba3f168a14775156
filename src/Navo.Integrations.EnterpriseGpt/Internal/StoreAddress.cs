using Navo.Integrations.Abstractions;

namespace Navo.Integrations.EnterpriseGpt.Internal;

/// <summary>A file within a vector store: <c>{store}/{file}</c>.</summary>
internal readonly record struct StoreAddress(string Store, string File)
{
    public ContentId Id => new($"{Store}/{File}");

    /// <summary>Reads an id; null where it is none of ours.</summary>
    public static StoreAddress? Read(ContentId id)
    {
        string[] parts = id.Value.Split('/');
        return parts.Length == 2 && parts.All(IsId) ? new(parts[0], parts[1]) : null;
    }

    /// <summary>Whether a text can be an id of OpenAI's: nothing that means something in an address.</summary>
    public static bool IsId(string text) => text.Length is > 0 and <= 200 && text.All(static c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');
}
