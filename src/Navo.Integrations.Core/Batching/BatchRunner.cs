using System.Runtime.CompilerServices;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Batching;

/// <summary>
/// Does the same for many: in parallel with a bound, a result or a failure for each, and at no time more of them in memory than the bound and the consumer hold.
/// What is asked twice costs one call.
/// </summary>
public static class BatchRunner
{
    /// <summary>Runs the work for each key.</summary>
    /// <typeparam name="TKey">What is asked.</typeparam>
    /// <typeparam name="T">The result.</typeparam>
    /// <param name="keys">What is asked.</param>
    /// <param name="work">The work for one. A failure of the family becomes that item's; anything else ends the run.</param>
    /// <param name="options">How many at once, and in which order; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the run. Leaving the enumeration early cancels what is under way too.</param>
    /// <returns>As many items as keys.</returns>
    public static async IAsyncEnumerable<BatchItem<TKey, T>> RunAsync<TKey, T>(
        IEnumerable<TKey> keys,
        Func<TKey, CancellationToken, Task<T>> work,
        BatchOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
        where TKey : notnull
        where T : class
    {
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentNullException.ThrowIfNull(work);
        options ??= BatchOptions.Default;
        using CancellationTokenSource left = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Shared<TKey, T> calls = new(keys, work, left.Token);
        List<Task<BatchItem<TKey, T>>> running = [];
        try
        {
            for (int next = 0; next < calls.Count || running.Count > 0;)
            {
                while (next < calls.Count && running.Count < options.MaxParallelism)
                {
                    running.Add(calls.StartAsync(next++));
                }

                Task<BatchItem<TKey, T>> ended = options.AsCompleted ? await Task.WhenAny(running).ConfigureAwait(false) : running[0];
                BatchItem<TKey, T> item = await ended.ConfigureAwait(false);
                running.Remove(ended);
                yield return item;
            }
        }
        finally
        {
            await left.CancelAsync().ConfigureAwait(false);
            await ((Task)Task.WhenAll(running)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>The calls under way; one for all that ask the same.</summary>
    private sealed class Shared<TKey, T>(IEnumerable<TKey> keys, Func<TKey, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
        where TKey : notnull
        where T : class
    {
        private readonly TKey[] _keys = [.. keys];
        private readonly Dictionary<TKey, Task<T>> _repeated = [];
        private Dictionary<TKey, int>? _left;

        public int Count => _keys.Length;

        /// <summary>How often what is asked more than once is still to be given.</summary>
        private Dictionary<TKey, int> Left => _left ??= _keys.CountBy(static key => key).Where(static pair => pair.Value > 1).ToDictionary();

        public Task<BatchItem<TKey, T>> StartAsync(int index)
        {
            TKey key = _keys[index];
            return ItemAsync(key, index, Left.TryGetValue(key, out int left) ? RepeatedAsync(key, left) : CallAsync(key));
        }

        /// <summary>The call for all that ask the same; the last of them lets it go.</summary>
        private Task<T> RepeatedAsync(TKey key, int left)
        {
            Task<T> call = _repeated.TryGetValue(key, out Task<T>? known) ? known : CallAsync(key);
            Left[key] = left - 1;
            if (left > 1)
            {
                _repeated[key] = call;
            }
            else
            {
                _repeated.Remove(key);
            }

            return call;
        }

        private async Task<T> CallAsync(TKey key) => await work(key, cancellationToken).ConfigureAwait(false);

        private static async Task<BatchItem<TKey, T>> ItemAsync(TKey key, int index, Task<T> call)
        {
            try
            {
                return BatchItem<TKey, T>.Success(key, index, await call.ConfigureAwait(false));
            }
            catch (IntegrationException failure)
            {
                return BatchItem<TKey, T>.Failure(key, index, failure);
            }
        }
    }
}
