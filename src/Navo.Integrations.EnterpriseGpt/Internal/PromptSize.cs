using System.Text;

namespace Navo.Integrations.EnterpriseGpt.Internal;

/// <summary>How large a prompt is: cheap bounds at once, and the count itself when something depends on it, for counting takes as long as all the rest of a call here.</summary>
internal sealed class PromptSize(ModelCall call, Func<ModelCall, int> count)
{
    private const int BytesOfFrame = 16;

    /// <summary>How many characters the vendor takes for a token when it counts against rate limits, before it has counted tokens.</summary>
    private const int CharactersOfToken = 4;

    private int? _tokens;

    /// <summary>The tokens.</summary>
    public int Tokens => _tokens ??= count(call);

    /// <summary>No fewer than the tokens: each is a byte at least.</summary>
    public long Most => SumOf(static text => Encoding.UTF8.GetByteCount(text) + BytesOfFrame);

    /// <summary>What the vendor's rate limits count: characters.</summary>
    /// <remarks><see href="https://platform.openai.com/docs/guides/rate-limits"/>.</remarks>
    public int ForRateLimits => (int)Math.Min(int.MaxValue / 2, 1 + (SumOf(static text => text.Length) / CharactersOfToken));

    private long SumOf(Func<string, int> measure)
    {
        long sum = measure(call.Instructions) + (long)measure(call.Input);
        foreach (ConversationTurn turn in call.History)
        {
            sum += measure(turn.Text);
        }

        return call.Schema is { } schema ? sum + measure(schema.Schema.ToString()) : sum;
    }
}
