using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Testing.InMemory;

/// <summary>A whole integration without a source behind it: the simplest thing to hand to code under test that takes an <see cref="IIntegration"/>.</summary>
/// <remarks>It keeps the contract of every other integration, permissions included, and can be told to fail or to be slow. Safe for concurrent use.</remarks>
public sealed partial class InMemoryIntegration : IIntegration
{
    private readonly InMemoryShelf _shelf = new();
    private readonly InMemorySource _source;
    private readonly TimeProvider _time;

    /// <summary>Makes an empty integration.</summary>
    /// <param name="name">Its name, for example <c>memory</c> or <c>memory:legal</c>.</param>
    /// <param name="timeProvider">Its clock; null for the system's.</param>
    /// <exception cref="ConfigurationException"><paramref name="name"/> is not a name.</exception>
    public InMemoryIntegration(string name = "memory", TimeProvider? timeProvider = null)
    {
        Name = IntegrationName.Parse(name);
        _time = timeProvider ?? TimeProvider.System;
        _source = new(_time);
    }

    /// <inheritdoc />
    public IntegrationName Name { get; }

    /// <summary>The calls so far, the oldest first; a snapshot.</summary>
    public IReadOnlyList<InMemoryCall> Calls => _source.Calls;

    /// <summary>Adds a page of plain text in the space <c>MEM</c>, made now; one with the same id is replaced.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="title">Its title.</param>
    /// <param name="text">Its text.</param>
    /// <param name="policy">Who may see it, see <see cref="Audience"/>; null if that shall be impossible to find out, so that users are refused.</param>
    /// <returns>The page.</returns>
    /// <exception cref="InvalidQueryException"><paramref name="id"/> cannot be an id.</exception>
    public KnowledgeContent Add(string id, string title, string text, AccessPolicy? policy)
    {
        ArgumentNullException.ThrowIfNull(title);
        ArgumentNullException.ThrowIfNull(text);
        ContentMetadata metadata = InMemoryItem.Page(new(id), Name, title, _time.GetUtcNow());
        return Add(new KnowledgeContent { Metadata = metadata, Markdown = text, PlainText = text, SourceVersion = "1" }, policy);
    }

    /// <summary>Adds an item; one with the same id is replaced.</summary>
    /// <param name="content">The item; its source becomes this integration.</param>
    /// <param name="policy">Who may see it, see <see cref="Audience"/>; null if that shall be impossible to find out, so that users are refused.</param>
    /// <returns>The item as it is served.</returns>
    public KnowledgeContent Add(KnowledgeContent content, AccessPolicy? policy)
    {
        ArgumentNullException.ThrowIfNull(content);
        KnowledgeContent own = content with { Metadata = content.Metadata with { Source = Name } };
        _shelf.Put(new(own, policy));
        return own;
    }

    /// <summary>Removes an item.</summary>
    /// <param name="id">Its id.</param>
    /// <returns>Whether there was one.</returns>
    public bool Remove(ContentId id) => _shelf.Remove(id);

    /// <summary>Says which groups a user belongs to, instead of those said before.</summary>
    /// <param name="user">The user.</param>
    /// <param name="groups">All groups of the user, the indirect ones included.</param>
    public void SetGroups(PrincipalId user, params IReadOnlyList<PrincipalId> groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        _shelf.Access.SetGroups(user, groups);
    }

    /// <summary>Makes every call fail from now on; permission checks become unknown, and health reports the failure, as for every integration.</summary>
    /// <param name="failure">The failure, for example <c>new UnavailableException("Down.")</c>.</param>
    public void FailWith(IntegrationException failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        _source.FailWith(failure);
    }

    /// <summary>Makes every call wait from now on.</summary>
    /// <param name="latency">How long, on the integration's clock, up to a day; <see cref="Timeout.InfiniteTimeSpan"/> until the caller cancels.</param>
    /// <exception cref="ConfigurationException"><paramref name="latency"/> is negative or longer.</exception>
    public void Delay(TimeSpan latency)
    {
        bool usable = latency == Timeout.InfiniteTimeSpan || (latency >= TimeSpan.Zero && latency <= TimeSpan.FromDays(1));
        _source.Delay(usable ? latency : throw new ConfigurationException("A source answers after zero time to one day, or never."));
    }

    /// <summary>Ends what <see cref="FailWith"/> and <see cref="Delay"/> began.</summary>
    public void Recover()
    {
        _source.FailWith(null);
        _source.Delay(TimeSpan.Zero);
    }

    /// <inheritdoc />
    public Task<SearchPage> SearchAsync(SearchQuery query, AccessContext reader, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(reader);
        return CallAsync(new("search", reader, null, query), () => _shelf.Search(query, reader), cancellationToken);
    }

    /// <inheritdoc />
    public Task<KnowledgeContent> GetContentAsync(ContentId id, AccessContext reader, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return CallAsync(new("get_content", reader, id, null), () => _shelf.Read(id, reader), cancellationToken);
    }

    /// <inheritdoc />
    public Task<ContentMetadata> GetMetadataAsync(ContentId id, AccessContext reader, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return CallAsync(new("get_metadata", reader, id, null), () => _shelf.Read(id, reader).Metadata, cancellationToken);
    }

    /// <inheritdoc />
    public async Task<PermissionDecision> CheckPermissionsAsync(ContentId id, AccessContext reader, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(reader);
        InMemoryCall call = new("check_permissions", reader, id, null);
        try
        {
            var answer = await CallAsync(call, () => new { Decision = _shelf.Decide(id, reader) }, cancellationToken).ConfigureAwait(false);
            return Decision(id, reader, answer.Decision.Outcome, answer.Decision.Reason);
        }
        catch (IntegrationException failure) when (failure is not InvalidQueryException)
        {
            PermissionDecision unknown = Decision(id, reader, PermissionOutcome.Unknown, PermissionReason.SourceFailed);
            return unknown with { Detail = failure.Message, IsTransient = failure.IsTransient };
        }
    }

    /// <inheritdoc />
    public async Task<IntegrationHealth> CheckHealthAsync(CancellationToken cancellationToken = default)
    {
        long start = _time.GetTimestamp();
        try
        {
            await CallAsync(new("check_health", null, null, null), () => _shelf, cancellationToken).ConfigureAwait(false);
            return Health(HealthState.Healthy, start, "It works.", null);
        }
        catch (IntegrationException failure)
        {
            return Health(HealthState.Unhealthy, start, failure.Message, failure.Remedy);
        }
    }

    /// <inheritdoc />
    public Task RefreshCredentialsAsync(CancellationToken cancellationToken = default) =>
        CallAsync(new("refresh_credentials", null, null, null), () => _shelf, cancellationToken);

    private async Task<T> CallAsync<T>(InMemoryCall call, Func<T> answer, CancellationToken cancellationToken)
    {
        try
        {
            if (call.Item == default(ContentId))
            {
                throw new InvalidQueryException("The id of the item is missing.");
            }

            await _source.AnswerAsync(call, cancellationToken).ConfigureAwait(false);
            return answer();
        }
        catch (IntegrationException failure)
        {
            failure.Locate(Name, call.Operation, call.Item?.Value);
            throw;
        }
    }

    private PermissionDecision Decision(ContentId id, AccessContext reader, PermissionOutcome outcome, PermissionReason reason) => new()
    {
        Outcome = outcome,
        Reason = reason,
        Item = id,
        Reader = reader,
        CheckedAt = _time.GetUtcNow(),
    };

    private IntegrationHealth Health(HealthState state, long start, string detail, string? remedy) => new()
    {
        Integration = Name,
        Status = state,
        ResponseTime = _time.GetElapsedTime(start),
        LastCheck = _time.GetUtcNow(),
        Description = detail,
        Features = [new("search", state, detail, remedy), new("content", state, detail, remedy), new("permissions", state, detail, remedy)],
    };
}
