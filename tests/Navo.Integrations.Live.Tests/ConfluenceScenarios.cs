using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Live.Tests;

/// <summary>What must hold at every Confluence, whatever it contains. Read-only.</summary>
public abstract class ConfluenceScenarios : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly CancellationTokenSource _deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
    private Tenant? _tenant;

    protected CancellationToken Deadline => _deadline.Token;

    private Tenant Tenant => _tenant ?? throw new InvalidOperationException("The tenant is not open.");

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

        Assert.True(health.Status == HealthState.Healthy, $"{health.Status}: {health.Description}");
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
        SearchHit hit = await FirstPageAsync();

        KnowledgeContent content = await Tenant.Client.GetContentAsync(hit.Id, Tenant.Reader, Deadline);

        Assert.Equal(hit.Id, content.Metadata.Id);
        Assert.Equal(hit.Title, content.Metadata.Title);
        Assert.Equal(content.SourceVersion, content.Metadata.Version);
        Assert.NotEmpty(content.Markdown + content.Losses.Count + content.Attachments.Count);
    }

    [Fact]
    public async Task The_metadata_of_a_hit_agree_with_the_hit()
    {
        SearchHit hit = await FirstPageAsync();

        ContentMetadata metadata = await Tenant.Client.GetMetadataAsync(hit.Id, Tenant.Reader, Deadline);

        Assert.Equal((hit.Id, hit.Title, hit.Kind), (metadata.Id, metadata.Title, metadata.Kind));
        Assert.Equal(hit.Container?.Key, metadata.Container.Key);
        Assert.NotNull(metadata.Modified);
        Assert.NotNull(metadata.Freshness);
    }

    [Fact]
    public async Task What_a_reader_finds_the_reader_may_see()
    {
        SearchHit hit = await FirstPageAsync();

        PermissionDecision decision = await Tenant.Client.CheckPermissionsAsync(hit.Id, Tenant.Reader, Deadline);

        Assert.True(decision.IsAllowed, $"{decision.Outcome} {decision.Reason}: {decision.Detail}");
    }

    [Fact]
    public async Task What_does_not_exist_is_not_found() =>
        await Assert.ThrowsAsync<NotFoundException>(() => Tenant.Client.GetContentAsync(new ContentId("999999999999"), Tenant.Reader, Deadline));

    /// <summary>Opens the tenant, or skips.</summary>
    protected abstract ValueTask<Tenant> OpenAsync();

    /// <summary>Runs after each scenario.</summary>
    protected virtual ValueTask CloseAsync() => ValueTask.CompletedTask;

    private Task<SearchPage> SearchAsync(int limit, string? continuation = null) =>
        Tenant.Client.SearchAsync(new SearchQuery(Tenant.Words) { Limit = limit, Continuation = continuation }, Tenant.Reader, Deadline);

    private async Task<SearchHit> FirstPageAsync()
    {
        var pages = new SearchQuery(Tenant.Words) { Limit = 5, Kinds = [ContentKind.Page] };
        SearchPage page = await Tenant.Client.SearchAsync(pages, Tenant.Reader, Deadline);
        return Assert.IsType<SearchHit>(page.Hits.FirstOrDefault());
    }
}
