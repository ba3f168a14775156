using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Navo.Integrations.EnterpriseGpt.Internal;

/// <summary>Turns work whose text comes piece by piece into an enumeration: an update for each piece, and a last one with the whole.</summary>
internal static class TextStream
{
    /// <param name="work">The work. It hands on its pieces as they come.</param>
    /// <param name="update">Makes an update of a piece, or of no text and the whole.</param>
    /// <param name="cancellationToken">Stops the work, as does whoever leaves early.</param>
    public static async IAsyncEnumerable<TUpdate> OfAsync<T, TUpdate>(
        Func<Action<string>, CancellationToken, Task<T>> work, Func<string, T?, TUpdate> update, [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : class
    {
        using CancellationTokenSource left = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Channel<string> texts = Channel.CreateUnbounded<string>(new() { SingleReader = true });
        Task<T> whole = RunAsync(work, texts.Writer, left.Token);
        try
        {
            await foreach (string text in texts.Reader.ReadAllAsync(CancellationToken.None).ConfigureAwait(false))
            {
                yield return update(text, null);
            }

            yield return update(string.Empty, await whole.ConfigureAwait(false));
        }
        finally
        {
            await left.CancelAsync().ConfigureAwait(false);
            await ((Task)whole).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task<T> RunAsync<T>(Func<Action<string>, CancellationToken, Task<T>> work, ChannelWriter<string> texts, CancellationToken cancellationToken)
    {
        try
        {
            return await work(text => texts.TryWrite(text), cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            texts.TryComplete();
        }
    }
}
