namespace Navo.Integrations.Testing.OpenAi.Model;

/// <summary>Builds an answer from the prompt: the sentences that share most words with the question, in their order, each with the name of its passage.</summary>
internal static class AnswerBuilder
{
    public const string Unknown = "I don't know.";

    private const int MostSentences = 3;

    public static string Build(IReadOnlyList<PromptMessage> messages)
    {
        string question = PromptReader.Question(messages);
        HashSet<string> asked = Words.SetOf(question);
        return From(asked, PromptReader.Given(messages, question)) ?? From(asked, PromptReader.Told(messages, question)) ?? Unknown;
    }

    private static string? From(HashSet<string> asked, string passages)
    {
        int least = asked.Count > 2 ? 2 : 1;
        var candidates = Sentences.Of(passages)
            .DistinctBy(s => s.Text, StringComparer.Ordinal)
            .Select((s, place) => (Sentence: s, Place: place, Shared: Words.SetOf(s.Text).Count(asked.Contains)))
            .Where(c => c.Shared >= least && !c.Sentence.Text.EndsWith('?'))
            .ToList();
        int best = candidates.Count == 0 ? 0 : candidates.Max(c => c.Shared);
        IEnumerable<string> chosen = candidates
            .Where(c => c.Shared * 3 >= best * 2)
            .OrderByDescending(c => c.Shared).ThenBy(c => c.Place)
            .Take(MostSentences)
            .OrderBy(c => c.Place)
            .Select(c => Cite(c.Sentence));
        string answer = string.Join(' ', chosen);
        return answer.Length == 0 ? null : answer;
    }

    private static string Cite(Sentence sentence) => sentence.Marker is null ? sentence.Text : $"{sentence.Text} [{sentence.Marker}]";
}
