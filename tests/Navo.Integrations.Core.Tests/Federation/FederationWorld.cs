using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Registration;

namespace Navo.Integrations.Core.Tests.Federation;

/// <summary>The federated search as an application gets it, over sources of a test.</summary>
internal sealed class FederationWorld : IDisposable
{
    public static readonly AccessContext Ada = AccessContext.ForUser(new("test", "ada"));
    public static readonly AccessContext Ben = AccessContext.ForUser(new("test", "ben"));

    private readonly ServiceProvider _services;

    public FederationWorld(FakeTimeProvider time, params IIntegration[] sources)
    {
        ServiceCollection services = new();
        services.AddSingleton<TimeProvider>(time);
        Array.ForEach(sources, source => services.AddSingleton(new IntegrationRegistration(source.Name, _ => source)));
        _services = services.AddNavoIntegrations().Services.BuildServiceProvider();
        Search = _services.GetRequiredService<IFederatedSearch>();
    }

    public IServiceProvider Services => _services;

    public IFederatedSearch Search { get; }

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public Task<FederatedPage> AskAsync(FederatedQuery query, AccessContext? reader = null) =>
        Search.SearchAsync(query, reader ?? Ada, Token).WaitAsync(TimeSpan.FromSeconds(20), Token);

    /// <summary>All pages, each hit and alternative as <c>source/id</c>.</summary>
    public async Task<List<FederatedPage>> WalkAsync(FederatedQuery query, AccessContext? reader = null, Action<int>? before = null)
    {
        List<FederatedPage> pages = [];
        for (FederatedQuery? next = query; next is not null;)
        {
            before?.Invoke(pages.Count);
            FederatedPage page = await AskAsync(next, reader);
            pages.Add(page);
            Assert.InRange(pages.Count, 1, 500);
            next = page.Continuation is null ? null : query with { Continuation = page.Continuation };
        }

        return pages;
    }

    public static string[] Keys(IEnumerable<FederatedPage> pages) =>
        [.. pages.SelectMany(page => page.Hits).SelectMany(hit => hit.Alternatives.Prepend(hit.Hit)).Select(Key)];

    public static string Key(SearchHit hit) => $"{hit.Source}/{hit.Id}";

    public void Dispose() => _services.Dispose();
}
