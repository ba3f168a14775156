namespace Navo.Integrations.EnterpriseGpt.Internal.Answers;

/// <summary>Takes what the model writes, piece by piece, and lets out what was checked.</summary>
internal sealed class AnswerWriter(IReadOnlyList<Passage> passages, string question, AnswerText text)
{
    private readonly SentenceStream _stream = new();
    private readonly SentenceCheck _check = new(passages, question);

    public void Add(string piece) => Take(_stream.Add(piece));

    public void Finish() => Take(_stream.Finish());

    private void Take(IReadOnlyList<string> sentences)
    {
        foreach (string sentence in sentences)
        {
            string whole = sentence.TrimEnd();
            text.Add(_check.Check(whole), sentence[whole.Length..]);
        }
    }
}
