using System.Text.Json.Nodes;
using Navo.Integrations.Testing.OpenAi.Model;

namespace Navo.Integrations.Testing.OpenAi.Rest;

/// <summary>Padding that hides how long the pieces of a stream are. Readers ignore it.</summary>
internal static class Obfuscation
{
    private const int Block = 16;

    public static string For(JsonObject chunk)
    {
        string text = chunk.ToJsonString();
        return Ids.Make(string.Empty, text, Block - (text.Length % Block));
    }
}
