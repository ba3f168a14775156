namespace Navo.Integrations.Testing.OpenAi.Model;

/// <summary>
/// Ranks the chunks of a store by the share of the question's words that they hold, rare words first. As with vectors, each chunk has some score: one without any of the words
/// a low one.
/// </summary>
internal static class StoreSearch
{
    private const double Floor = 0.05;
    private const double Title = 0.5;

    public static IReadOnlyList<Chunk> Rank(OpenAiVectorStore store, IReadOnlyList<string> queries, Func<OpenAiFile, bool> filter)
    {
        var chunks = store.Files.SelectMany(f =>
        {
            HashSet<string> title = Words.SetOf(TitleOf(f));
            return Cut(f.Text, store.ChunkTokens).Select(t => (File: f, Text: t, Words: Words.SetOf(t), Title: title));
        }).ToList();
        HashSet<string>[] asked = [.. queries.Select(Words.SetOf)];
        Dictionary<string, int> spread = chunks.SelectMany(c => c.Words).GroupBy(w => w, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        double Weight(string word) => Math.Log(1 + ((double)chunks.Count / spread.GetValueOrDefault(word, 1)));
        double Score(HashSet<string> query, HashSet<string> words, HashSet<string> title)
        {
            double all = query.Sum(Weight);
            double shared = query.Sum(w => words.Contains(w) ? Weight(w) : title.Contains(w) ? Weight(w) * Title : 0);
            return all == 0 ? Floor : Math.Round(Floor + ((1 - Floor) * shared / all), 4);
        }

        return
        [
            .. chunks.Where(c => filter(c.File))
                .Select(c => new Chunk(c.File, c.Text, asked.Max(q => Score(q, c.Words, c.Title))))
                .OrderByDescending(c => c.Score).ThenBy(c => c.File.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>Chunks of whole paragraphs up to a size; a paragraph that is longer is one chunk.</summary>
    public static IReadOnlyList<string> Cut(string text, int most)
    {
        List<string> chunks = [];
        int size = 0;
        foreach (string paragraph in text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            int tokens = Tokens.Count(paragraph);
            if (chunks.Count > 0 && size + tokens <= most)
            {
                chunks[^1] += $"\n\n{paragraph}";
                size += tokens;
            }
            else
            {
                chunks.Add(paragraph);
                size = tokens;
            }
        }

        return chunks;
    }

    private static string TitleOf(OpenAiFile file) => $"{file.Name.Replace('-', ' ').Replace('_', ' ')} {file.AttributesJson["title"]}";
}
