using System.Text.Json;

namespace Navo.Integrations.Testing.OpenAi.Handbook;

/// <summary>Fills stores with the texts that lie beside this file.</summary>
internal static class HandbookBuilder
{
    private const string ResourcePrefix = "Handbook.";

    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static void Fill(OpenAiVectorStore store, string resource)
    {
        using Stream stream = typeof(HandbookBuilder).Assembly.GetManifestResourceStream($"{ResourcePrefix}{resource}.json")!;
        foreach (HandbookSeed seed in JsonSerializer.Deserialize<List<HandbookSeed>>(stream, Json)!)
        {
            store.AddFile(seed.Name, string.Join("\n\n", seed.Paragraphs), seed.Attributes(store.Created));
        }
    }
}
