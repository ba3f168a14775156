using System.Collections.Concurrent;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Registration;

namespace Navo.Integrations.Core.Health;

/// <summary>How integrations are, asked once for all who want to know at about the same time: probes of an orchestrator, however many, are no storm at the source.</summary>
internal sealed class HealthBook(IntegrationProbe probe, ValidOptions<HealthMonitorOptions> settings, TimeProvider time)
{
    private readonly ConcurrentDictionary<IntegrationName, Page> _pages = new();

    /// <summary>How an integration is: an answer that is still good, the one that is under way, or a new one.</summary>
    /// <exception cref="OperationCanceledException">The caller cancelled; the question goes on for others.</exception>
    public async Task<IntegrationHealth> AskAsync(IIntegration integration, CancellationToken cancellationToken) =>
        (await AskNumberedAsync(integration, cancellationToken).ConfigureAwait(false)).Health;

    /// <summary>The same, with the number of the answer: a later answer has a larger one.</summary>
    /// <exception cref="OperationCanceledException">The caller cancelled; the question goes on for others.</exception>
    public Task<(long Number, IntegrationHealth Health)> AskNumberedAsync(IIntegration integration, CancellationToken cancellationToken)
    {
        Page page = _pages.GetOrAdd(integration.Name, static _ => new());
        HealthMonitorOptions current = settings.Current;
        Task<(long, IntegrationHealth)> answer;
        lock (page)
        {
            bool isUnderWay = page.Answer is { IsCompleted: false };
            bool isFresh = page.Answer is { IsCompleted: true } && page.At is { } at && time.GetElapsedTime(at) < current.KeepFor;
            if (!isUnderWay && !isFresh)
            {
                page.At = null;
                page.Answer = Task.Run(() => AskAsync(integration, page, current.Timeout), CancellationToken.None); // never within the lock
            }

            answer = page.Answer!;
        }

        return answer.WaitAsync(cancellationToken);
    }

    private async Task<(long Number, IntegrationHealth Health)> AskAsync(IIntegration integration, Page page, TimeSpan limit)
    {
        IntegrationHealth health = await probe.AskAsync(integration, limit).ConfigureAwait(false);
        lock (page)
        {
            page.At = time.GetTimestamp();
            return (++page.Number, health);
        }
    }

    private sealed class Page
    {
        public Task<(long Number, IntegrationHealth Health)>? Answer { get; set; }

        /// <summary>How many answers there were.</summary>
        public long Number { get; set; }

        /// <summary>When the answer came; null as long as it did not.</summary>
        public long? At { get; set; }
    }
}
