using Microsoft.Extensions.Options;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Access;
using Navo.Integrations.Core.Caching;
using Navo.Integrations.Core.Pipeline.Layers;

namespace Navo.Integrations.Core.Pipeline;

internal sealed class IntegrationPipeline : IIntegrationPipeline, IKeptResults
{
    private readonly PipelineParts _parts;
    private readonly PipelineLayer _outermost;
    private readonly CacheLayer _cache;

    public IntegrationPipeline(PipelineParts parts)
    {
        _parts = parts;

        // The order of the waist, outermost first. It is written here and nowhere else.
        _outermost =
            new TelemetryLayer(parts,          // one activity and one duration for each call, whatever came of it
                new AuditLayer(parts,          // the record is safe before the answer leaves
                    new DeadlineLayer(parts,   // the caller's token and the total budget, armed only when there is something to wait for
                        _cache = new CacheLayer(parts, // a hit ends here; equal misses share one flight
                            new TranslateLayer(parts, // whatever went wrong becomes one of the family
                                new WorkLayer(parts))))));
    }

    public IntegrationName Name => _parts.Name;

    public Task<T> ExecuteAsync<T>(IntegrationOperation operation, IntegrationCall<T> call, CancellationToken cancellationToken = default)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(call);
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<T>(cancellationToken);
        }

        IntegrationOptions options;
        try
        {
            options = _parts.Current();
        }
        catch (OptionsValidationException invalid)
        {
            return Task.FromException<T>(Misconfigured(operation, invalid));
        }

        return Recall(operation, call, options) is { } kept
            ? Task.FromResult(kept)
            : _outermost.InvokeAsync(new OperationCall<T>(operation, call, options, _parts.Time, cancellationToken)).AsTask();
    }

    T? IKeptResults.Find<T>(IntegrationOperation operation, AccessContext reader, string itemId, string?[] arguments)
        where T : class
    {
        try
        {
            return _cache.Find<T>(operation, _parts.Current().Cache, reader, itemId, arguments);
        }
        catch (OptionsValidationException)
        {
            return null; // the call says so
        }
    }

    public void Forget() => _parts.Cache.Clear(Name);

    public void Forget(ContentId item)
    {
        ReaderGate.Require(item);
        _parts.Cache.PartitionOf(Name).Forget(item.Value, decisionsOnly: false);
    }

    public void ForgetDecisions(ContentId? item)
    {
        CachePartition partition = _parts.Cache.PartitionOf(Name);
        if (item is { } one)
        {
            ReaderGate.Require(one);
            partition.Forget(one.Value, decisionsOnly: true);
        }
        else
        {
            partition.ForgetDecisions();
        }
    }

    /// <summary>What fails here fails once more on the long way, where it is counted, logged and told by the task.</summary>
    private T? Recall<T>(IntegrationOperation operation, IntegrationCall<T> call, IntegrationOptions options)
        where T : class
    {
        try
        {
            return _outermost.Recall(operation, call, options, _parts.Time.GetTimestamp());
        }
        catch (Exception)
        {
            return null;
        }
    }

    private ConfigurationException Misconfigured(IntegrationOperation operation, OptionsValidationException invalid)
    {
        var exception = new ConfigurationException($"The options of '{Name}' became invalid: {string.Join(" ", invalid.Failures)}");
        exception.Locate(Name, operation.Name);
        return exception;
    }
}
