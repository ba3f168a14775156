using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence;
using Navo.Integrations.EnterpriseGpt;
using Navo.Integrations.SharePoint;
using Navo.Integrations.Testing.Faults;
using Navo.Integrations.Testing.Hosting;
using Navo.Integrations.Tests;

namespace Navo.Integrations.Evaluation.Tests.Laboratory;

/// <summary>All three integrations at their simulators on one clock, and of each the call that the rows of faults are tried on: a search, a search, an answer. No call equals one before it.</summary>
internal sealed class Laboratory : IAsyncDisposable
{
    /// <summary>Long enough for a machine that is slow by the real clock while the virtual one goes on.</summary>
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(20), Attempt = TimeSpan.FromMinutes(3);

    private readonly FakeTimeProvider _time;
    private readonly Company _company;
    private readonly string _source;
    private int _asked;

    private Laboratory(FakeTimeProvider time, Company company, string source) => (_time, _company, _source) = (time, company, source);

    /// <summary>The requests of the calls themselves, without those for tokens.</summary>
    public int Requests => Recorded.Count(request => request.PathAndQuery.Contains(Path, StringComparison.Ordinal));

    /// <summary>Opens it for one of the three, with a first call behind it.</summary>
    public static async Task<Laboratory> OpenAsync(string source)
    {
        FakeTimeProvider time = new(DateTimeOffset.UtcNow);
        Laboratory opened = new(time, await Company.StartAsync(new() { Time = time, Register = GiveTime }, TestContext.Current.CancellationToken), source);
        await opened.AskAsync();
        return opened;
    }

    public async ValueTask DisposeAsync() => await DrivenClock.FinishAsync(_time, _company.DisposeAsync().AsTask(), TimeSpan.FromSeconds(1));

    /// <summary>From the next request on.</summary>
    public void Break(Fault fault, int times = int.MaxValue)
    {
        _company.Confluence.ClearRequests();
        _company.Graph.ClearRequests();
        _company.OpenAi.ClearRequests();
        Plan.Add(Path, fault, times);
    }

    /// <summary>Nothing fails any more, and time passes.</summary>
    public void Mend(TimeSpan after)
    {
        Plan.Clear();
        _time.Advance(after);
    }

    /// <summary>A call; the clock goes on until it ends. How long it took by that clock, and how it failed.</summary>
    public async Task<(TimeSpan Took, Exception? Failure)> TryAsync()
    {
        DateTimeOffset began = _time.GetUtcNow();
        Exception? failure = await Record.ExceptionAsync(() => FinishAsync(AskAsync()));
        return (_time.GetUtcNow() - began, failure);
    }

    /// <summary>Calls at the same time that have nothing to wait for: the clock stands still.</summary>
    public Task<Exception?[]> TryStillAsync(int calls) => Task.WhenAll(Enumerable.Range(0, calls).Select(_ => Record.ExceptionAsync(AskAsync).AsTask()));

    /// <summary>Calls at the same time.</summary>
    public async Task<Exception?[]> TryAsync(int calls)
    {
        Task<Exception?>[] running = [.. Enumerable.Range(0, calls).Select(_ => Record.ExceptionAsync(AskAsync).AsTask())];
        await FinishAsync(Task.WhenAll(running));
        return await Task.WhenAll(running);
    }

    /// <summary>Waits until the simulator has noted so many requests, a minute at most: one that its caller gave up it notes when it learns of that.</summary>
    public async Task NotedAsync(int requests)
    {
        using CancellationTokenSource limit = new(TimeSpan.FromMinutes(1));
        while (Requests < requests)
        {
            limit.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    private async Task FinishAsync(Task call)
    {
        await DrivenClock.FinishAsync(_time, call, TimeSpan.FromSeconds(1), pause: 4, patience: TimeSpan.FromMinutes(1));
        await call;
    }

    private static void GiveTime(IServiceCollection services)
    {
        services.PostConfigureAll<ConfluenceOptions>(static options => (options.Timeout, options.Http.AttemptTimeout) = (Deadline, Attempt));
        services.PostConfigureAll<SharePointOptions>(static options => (options.Timeout, options.Http.AttemptTimeout) = (Deadline, Attempt));
        services.PostConfigureAll<EnterpriseGptOptions>(static options => (options.Timeout, options.Http.AttemptTimeout) = (Deadline, Attempt));
    }

    private Task AskAsync()
    {
        IIntegration integration = _company.Services.GetRequiredService<IIntegrationCatalog>()[_source];
        string words = string.Create(CultureInfo.InvariantCulture, $"review {Interlocked.Increment(ref _asked)}");
        return integration is IEnterpriseGptClient gpt
            ? gpt.GenerateResponseAsync(new(words), AccessContext.Service, TestContext.Current.CancellationToken)
            : integration.SearchAsync(new(words), AccessContext.Service, TestContext.Current.CancellationToken);
    }

    private FaultPlan Plan => _source switch
    {
        "confluence" => _company.Confluence.Faults,
        "sharepoint" => _company.Graph.Faults,
        _ => _company.OpenAi.Faults,
    };

    private IReadOnlyList<RecordedRequest> Recorded => _source switch
    {
        "confluence" => _company.Confluence.Requests,
        "sharepoint" => _company.Graph.Requests,
        _ => _company.OpenAi.Requests,
    };

    private string Path => _source switch
    {
        "confluence" => "/search",
        "sharepoint" => "/search/query",
        _ => "/responses",
    };
}
