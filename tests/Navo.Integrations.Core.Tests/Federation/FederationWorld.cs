using System.Collections;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Tests.Federation;

/// <summary>The federated search as an application gets it, over sources of a test.</summary>
internal sealed class FederationWorld : IDisposable
{
    public static readonly AccessContext Ada = AccessContext.ForUser(new("test", "ada"));
    public static readonly AccessContext Ben = AccessContext.ForUser(new("test", "ben"));

    private readonly ServiceProvider _services;

    public FederationWorld(FakeTimeProvider time, params IIntegration[] sources)
    {
        Time = time;
        _services = new ServiceCollection()
            .AddSingleton<TimeProvider>(time)
            .AddSingleton<IIntegrationCatalog>(new Catalog(sources))
            .AddNavoIntegrations().Services.BuildServiceProvider();
        Search = _services.GetRequiredService<IFederatedSearch>();
    }

    public FakeTimeProvider Time { get; }

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

    private sealed class Catalog(IIntegration[] sources) : IIntegrationCatalog
    {
        public int Count => sources.Length;

        public IIntegration this[string name] => TryGet(name, out IIntegration? found) ? found : throw new ConfigurationException("None.");

        public bool TryGet(string name, [NotNullWhen(true)] out IIntegration? integration) =>
            (integration = Array.Find(sources, source => source.Name.ToString() == name)) is not null;

        public IEnumerator<IIntegration> GetEnumerator() => sources.AsEnumerable().GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
