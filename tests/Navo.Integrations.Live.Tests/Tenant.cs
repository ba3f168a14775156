using Microsoft.Extensions.DependencyInjection;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Registration;

namespace Navo.Integrations.Live.Tests;

/// <summary>A source under test, real or simulated, reached the way an application reaches it.</summary>
public sealed class Tenant : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    /// <param name="add">Adds the source: address, credentials and boundary.</param>
    /// <param name="reader">On whose behalf the scenarios read.</param>
    /// <param name="words">A text that something in the tenant matches.</param>
    public Tenant(Action<INavoIntegrationsBuilder> add, AccessContext reader, string words)
    {
        var services = new ServiceCollection();
        add(services.AddNavoIntegrations().AddTextExtraction());
        _services = services.BuildServiceProvider();
        (Client, Reader, Words) = (_services.GetRequiredService<IIntegrationCatalog>().Single(), reader, words);
    }

    public IIntegration Client { get; }

    public AccessContext Reader { get; }

    public string Words { get; }

    public T Service<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
