using Microsoft.Extensions.DependencyInjection;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence;

namespace Navo.Integrations.Live.Tests;

/// <summary>A Confluence under test, real or simulated, reached the way an application reaches it.</summary>
public sealed class Tenant : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    /// <param name="configure">Address, credentials and spaces.</param>
    /// <param name="reader">On whose behalf the scenarios read.</param>
    /// <param name="words">A text that something in the tenant matches.</param>
    public Tenant(Action<ConfluenceOptions> configure, AccessContext reader, string words)
    {
        var services = new ServiceCollection();
        services.AddNavoIntegrations().AddConfluence(configure);
        _services = services.BuildServiceProvider();
        (Client, Reader, Words) = (_services.GetRequiredService<IConfluenceClient>(), reader, words);
    }

    public IConfluenceClient Client { get; }

    public AccessContext Reader { get; }

    public string Words { get; }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
