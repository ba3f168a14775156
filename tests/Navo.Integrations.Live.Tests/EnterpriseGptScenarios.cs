using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Navo.Integrations.Abstractions;
using Navo.Integrations.EnterpriseGpt;

namespace Navo.Integrations.Live.Tests;

/// <summary>What must hold at every OpenAI, whatever its model says. They ask little: a run costs cents at most.</summary>
public abstract partial class EnterpriseGptScenarios : IAsyncLifetime
{
    private const string Question = "When does the on-call rotation change?";
    private const string NoSuchModel = "gpt-navo-no-such-model";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly AccessContext Ada = AccessContext.ForUser(new("navo", "live-tests"));

    private static readonly GroundingSource Rota = new()
    {
        Source = new("memory"),
        Id = new("1"),
        Version = "3",
        Title = "On-call rotation",
        Text = "The on-call rotation changes every Monday at nine. Ada is first in November. Escalate to the duty manager after thirty minutes.",
    };

    private readonly CancellationTokenSource _deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
    private readonly List<Tenant> _tenants = [];
    private GptAccess? _access;

    protected CancellationToken Deadline => _deadline.Token;

    /// <summary>When the model ends, where that is known beforehand.</summary>
    protected virtual DateOnly? ShutdownDate => null;

    protected virtual EnterpriseGptApi Api => EnterpriseGptApi.Responses;

    private GptAccess Access => _access ?? throw new InvalidOperationException("The way to OpenAI is not open.");

    public async ValueTask InitializeAsync()
    {
        _deadline.CancelAfter(Patience);
        _access = await OpenAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (Tenant tenant in _tenants)
        {
            await tenant.DisposeAsync();
        }

        if (_access is not null)
        {
            await CloseAsync();
        }

        _deadline.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task The_key_opens_the_model_and_its_end_is_told()
    {
        IntegrationHealth health = await Client().CheckHealthAsync(Deadline);

        Assert.True(health.Status >= HealthState.Degraded, $"{health.Status}: {health.Description}");
        FeatureHealth model = Assert.Single(health.Features, feature => feature.Name == "model");
        Assert.True(model.Status >= HealthState.Degraded, model.Detail);
        if (ShutdownDate is { } end)
        {
            Assert.Contains(end.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), model.Detail, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_answer_rests_on_its_source_and_tells_what_it_took()
    {
        GeneratedResponse answer = await Client().GenerateResponseAsync(Ask(), Ada, Deadline);

        Assert.Equal(GenerationOutcome.Completed, answer.Outcome);
        Assert.Contains("Monday", answer.Text, StringComparison.OrdinalIgnoreCase);
        Assert.True(answer.Usage is { Input: > 0, Output: > 0 } && !answer.IsUsageEstimated, answer.Usage.ToString());
        Assert.NotEmpty(answer.Model);
        Assert.NotNull(answer.RequestId);
        Assert.True(Assert.Single(answer.Sources).IsWhole);
    }

    [Fact]
    public async Task A_streamed_answer_comes_in_pieces_and_its_usage_at_the_end()
    {
        List<ResponseUpdate> updates = await Client().StreamResponseAsync(Ask(), Ada, Deadline).ToListAsync(Deadline);

        GeneratedResponse whole = Assert.IsType<GeneratedResponse>(updates[^1].Response);
        Assert.All(updates[..^1], update => Assert.Null(update.Response));
        Assert.True(updates.Count > 2, $"{updates.Count} parts");
        Assert.Equal(whole.Text, string.Concat(updates.Select(update => update.Text)));
        Assert.Equal(GenerationOutcome.Completed, whole.Outcome);
        Assert.True(whole.Usage is { Input: > 0, Output: > 0 } && !whole.IsUsageEstimated, whole.Usage.ToString());
        Assert.InRange(whole.TimeToFirstToken ?? TimeSpan.MaxValue, TimeSpan.Zero, whole.Duration);
    }

    [Fact]
    public async Task An_equal_question_is_answered_once()
    {
        IEnterpriseGptClient client = Client();
        GenerateRequest request = Ask() with { AllowCache = true };

        GeneratedResponse first = await client.GenerateResponseAsync(request, Ada, Deadline);
        GeneratedResponse second = await client.GenerateResponseAsync(request, Ada, Deadline);

        Assert.Equal((ResultOriginKind.Source, ResultOriginKind.Cache), (first.Origin.Kind, second.Origin.Kind));
        Assert.Equal((first.Text, first.RequestId), (second.Text, second.RequestId));
    }

    [Fact]
    public async Task A_question_is_analyzed_in_the_form_of_the_schema()
    {
        QueryAnalysis analysis = await Client().AnalyzeQueryAsync(new("What changed in the deployment runbook since last Monday?"), Ada, Deadline);

        Assert.Equal((QueryAnalysisOrigin.Model, null), (analysis.Origin, analysis.FallbackReason));
        Assert.NotEmpty(analysis.RewrittenQueries);
        Assert.True(analysis.Usage.Output > 0);
    }

    [Fact]
    public async Task A_content_is_summarized_with_a_report_of_what_was_read()
    {
        ContentSummary summary = await Client().SummarizeContentAsync(SummaryRequest.ForText(Rota.Text, Rota.Title), Ada, Deadline);

        Assert.True(summary.IsComplete && summary.Coverage.IsWhole, summary.Outcome.ToString());
        Assert.NotEmpty(summary.Text);
        Assert.NotEmpty(summary.Models);
    }

    [Fact]
    public async Task Usage_is_counted_here_and_with_an_administration_key_at_the_organization()
    {
        IEnterpriseGptClient client = Client();
        GeneratedResponse answer = await client.GenerateResponseAsync(Ask(), Ada, Deadline);
        DateOnly today = DateOnly.FromDateTime(DateTime.UtcNow);

        UsageStats stats = await client.GetUsageStatsAsync(new(today.AddDays(-1), today), Deadline);

        Assert.Equal((1L, answer.Usage), (stats.Total.Requests, stats.Total.Tokens));
        Assert.Equal(Access.AdminKey is not null, stats.OrganizationUsage is not null); // its figures come minutes later
        Assert.Equal(Access.AdminKey is not null, stats.OrganizationCosts is not null);
    }

    [Fact]
    public async Task An_administration_key_is_told_what_is_kept()
    {
        Assert.SkipWhen(Access.AdminKey is null || Access.ProjectId is null, "No administration key or no project is set.");

        Assert.NotEmpty((await Client().GetDataRetentionAsync(Deadline)).Setting);
    }

    [Fact]
    public async Task A_vector_store_is_searched_and_its_hits_are_read()
    {
        Assert.SkipWhen(Access.VectorStore is null, "No vector store is set.");
        IEnterpriseGptClient client = Client();

        SearchPage page = await client.SearchAsync(new(Access.Words) { Limit = 3 }, AccessContext.Service, Deadline);

        SearchHit hit = Assert.IsType<SearchHit>(page.Hits.FirstOrDefault());
        KnowledgeContent content = await client.GetContentAsync(hit.Id, AccessContext.Service, Deadline);
        Assert.Equal((hit.Id, hit.Title), (content.Metadata.Id, content.Metadata.Title));
        Assert.NotEmpty(content.Markdown);
        Assert.True((await client.CheckPermissionsAsync(hit.Id, AccessContext.Service, Deadline)).IsAllowed);
    }

    [Fact]
    public async Task A_wrong_key_is_refused_and_not_shown()
    {
        const string Wrong = "sk-proj-navo-live-tests-wrong-key";
        IEnterpriseGptClient client = Client(options => options.ApiKey = Wrong);

        AuthenticationException refused = await Assert.ThrowsAsync<AuthenticationException>(() => client.GenerateResponseAsync(Ask(), Ada, Deadline));

        Assert.DoesNotMatch(Keys(), refused.ToString());
    }

    [Fact]
    public async Task A_model_that_is_gone_is_replaced_and_the_answer_says_so()
    {
        IEnterpriseGptClient client = Client(options => (options.FallbackModels, options.Model) = ([options.Model], NoSuchModel));

        GeneratedResponse answer = await client.GenerateResponseAsync(Ask(), Ada, Deadline);

        Assert.Equal((NoSuchModel, ModelFallbackReason.ModelUnavailable), (answer.RequestedModel, answer.FallbackReason));
        Assert.Equal(GenerationOutcome.Completed, answer.Outcome);
    }

    [Fact]
    public async Task A_model_that_is_gone_without_another_one_is_not_found()
    {
        IEnterpriseGptClient client = Client(options => (options.FallbackModels, options.Model) = ([], NoSuchModel));

        await Assert.ThrowsAsync<NotFoundException>(() => client.GenerateResponseAsync(Ask(), Ada, Deadline));
    }

    /// <summary>Opens the way, or skips.</summary>
    protected abstract ValueTask<GptAccess> OpenAsync();

    /// <summary>Runs after each scenario.</summary>
    protected virtual ValueTask CloseAsync() => ValueTask.CompletedTask;

    private static GenerateRequest Ask() => new(Question) { Sources = [Rota], MaxTokens = 200, AllowCache = false };

    private IEnterpriseGptClient Client(Action<EnterpriseGptOptions>? change = null)
    {
        Tenant tenant = new(
            builder => builder.AddEnterpriseGpt(options =>
            {
                Configure(options);
                change?.Invoke(options);
            }),
            Ada,
            Access.Words);
        _tenants.Add(tenant);
        return tenant.Service<IEnterpriseGptClient>();
    }

    private void Configure(EnterpriseGptOptions options)
    {
        options.BaseUrl = Access.BaseUrl ?? options.BaseUrl;
        options.Model = Access.Model ?? options.Model;
        options.Api = Api;
        (options.ApiKey, options.AdminApiKey) = (Access.ApiKey, Access.AdminKey);
        (options.OrganizationId, options.ProjectId) = (Access.OrganizationId, Access.ProjectId);
        options.VectorStores = Access.VectorStore is { } store ? [store] : [];
    }

    [GeneratedRegex("sk-[A-Za-z0-9]")]
    private static partial Regex Keys();
}
