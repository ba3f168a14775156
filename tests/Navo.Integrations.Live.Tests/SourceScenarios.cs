using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Live.Tests;

/// <summary>What must hold at every source, whatever it contains. Read-only.</summary>
public abstract class SourceScenarios : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly CancellationTokenSource _deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
    private Tenant? _tenant;

    /// <summary>The kind of what is read whole.</summary>
    protected abstract ContentKind DocumentKind { get; }

    protected CancellationToken Deadline => _deadline.Token;

    /// <summary>A real account may lack a right and so be degraded.</summary>
    protected virtual HealthState LeastHealth => HealthState.Degraded;

    protected Tenant Tenant => _tenant ?? throw new InvalidOperationException("The tenant is not open.");

    public async ValueTask InitializeAsync()
    {
        _deadline.CancelAfter(Patience);
        _tenant = await OpenAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_tenant is not null)
        {
            await _tenant.DisposeAsync();
            await CloseAsync();
        }

        _deadline.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task The_connection_is_healthy()
    {
        IntegrationHealth health = await Tenant.Client.CheckHealthAsync(Deadline);

        Assert.True(health.Status >= LeastHealth, $"{health.Status}: {health.Description}");
        Assert.True(health.ResponseTime > TimeSpan.Zero);
    }

    [Fact]
    public async Task A_search_finds_hits_that_can_be_cited()
    {
        SearchPage page = await SearchAsync(limit: 5);

        Assert.InRange(page.Hits.Count, 1, 5);
        Assert.All(page.Hits, hit =>
        {
            Assert.NotEmpty(hit.Title);
            Assert.True(hit.WebAddress is { IsAbsoluteUri: true }, $"{hit.Id} has no address.");
            Assert.NotNull(hit.Container);
        });
    }

    [Fact]
    public async Task A_continuation_goes_on_where_the_page_ended()
    {
        SearchPage first = await SearchAsync(limit: 1);
        if (first.Continuation is not { } continuation)
        {
            return;
        }

        SearchPage second = await SearchAsync(limit: 1, continuation);

        Assert.Empty(second.Hits.Select(h => h.Id).Intersect(first.Hits.Select(h => h.Id)));
    }

    [Fact]
    public async Task A_hit_can_be_read_whole()
    {
        SearchHit hit = await FirstDocumentAsync();

        KnowledgeContent content = await Tenant.Client.GetContentAsync(hit.Id, Tenant.Reader, Deadline);

        Assert.Equal(hit.Id, content.Metadata.Id);
        Assert.Equal(hit.Title, content.Metadata.Title);
        Assert.Equal(content.SourceVersion, content.Metadata.Version);
        Assert.NotEmpty(content.Markdown + content.Losses.Count + content.Attachments.Count);
    }

    [Fact]
    public async Task The_metadata_of_a_hit_agree_with_the_hit()
    {
        SearchHit hit = await FirstDocumentAsync();

        ContentMetadata metadata = await Tenant.Client.GetMetadataAsync(hit.Id, Tenant.Reader, Deadline);

        Assert.Equal((hit.Id, hit.Title, hit.Kind), (metadata.Id, metadata.Title, metadata.Kind));
        Assert.Equal(hit.Container?.Key, metadata.Container.Key);
        Assert.NotNull(metadata.Modified);
    }

    [Fact]
    public async Task What_a_reader_finds_the_reader_may_see()
    {
        SearchHit hit = await FirstDocumentAsync();

        PermissionDecision decision = await Tenant.Client.CheckPermissionsAsync(hit.Id, Tenant.Reader, Deadline);

        Assert.True(decision.IsAllowed, $"{decision.Outcome} {decision.Reason}: {decision.Detail}");
    }

    [Fact]
    public async Task What_does_not_exist_is_not_found() =>
        await Assert.ThrowsAsync<NotFoundException>(async () => await Tenant.Client.GetContentAsync(AbsentBeside((await FirstDocumentAsync()).Id), Tenant.Reader, Deadline));

    /// <summary>The id of nothing, of the form of an id that was found.</summary>
    protected abstract ContentId AbsentBeside(ContentId found);

    /// <summary>Opens the tenant, or skips.</summary>
    protected abstract ValueTask<Tenant> OpenAsync();

    /// <summary>Runs after each scenario.</summary>
    protected virtual ValueTask CloseAsync() => ValueTask.CompletedTask;

    protected async Task<SearchHit> FirstDocumentAsync()
    {
        SearchQuery pages = new(Tenant.Words) { Limit = 5, Kinds = [DocumentKind] };
        SearchPage page = await Tenant.Client.SearchAsync(pages, Tenant.Reader, Deadline);
        return Assert.IsType<SearchHit>(page.Hits.FirstOrDefault());
    }

    private Task<SearchPage> SearchAsync(int limit, string? continuation = null) =>
        Tenant.Client.SearchAsync(new SearchQuery(Tenant.Words) { Limit = limit, Continuation = continuation }, Tenant.Reader, Deadline);
}
