using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Registration;
using Navo.Integrations.Testing.InMemory;

namespace Navo.Integrations.Core.Tests.Registration;

/// <summary>Each registration gives its own integration.</summary>
public sealed class CatalogTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly ServiceCollection _services = new();
    private readonly INavoIntegrationsBuilder _builder;

    public CatalogTests()
    {
        _services.AddSingleton<TimeProvider>(_time);
        _builder = _services.AddNavoIntegrations();
    }

    [Theory]
    [InlineData("wiki", "drive")]
    [InlineData("wiki:legal", "drive:legal")]
    public void Kinds_that_share_an_interface_and_an_instance_are_each_their_own(string first, string second)
    {
        Add(first);
        Add(second);
        using ServiceProvider provider = _services.BuildServiceProvider();
        IIntegrationCatalog catalog = provider.GetRequiredService<IIntegrationCatalog>();

        Assert.Equal([first, second], catalog.Select(integration => integration.Name.ToString()).Order(StringComparer.Ordinal).Reverse());
        Assert.Equal((first, second), (catalog[first].Name.ToString(), catalog[second].Name.ToString()));
        Assert.Same(catalog[first], catalog[first]);
    }

    [Theory]
    [InlineData("wiki")]
    [InlineData("wiki:legal")]
    public void The_same_name_is_refused_a_second_time(string name)
    {
        Add(name);

        ConfigurationException refused = Assert.Throws<ConfigurationException>(() => Add(name));

        Assert.Contains($"'{name}'", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_catalog_and_the_container_give_the_same_one()
    {
        Add("wiki");
        Add("wiki:legal");
        using ServiceProvider provider = _services.BuildServiceProvider();
        IIntegrationCatalog catalog = provider.GetRequiredService<IIntegrationCatalog>();

        Assert.Same(catalog["wiki"], provider.GetRequiredService<IIntegration>());
        Assert.Same(catalog["wiki:legal"], provider.GetRequiredKeyedService<IIntegration>("legal"));
    }

    private void Add(string name) => _builder.AddIntegration<IIntegration>(IntegrationName.Parse(name), _ => Memory(name));

    private InMemoryIntegration Memory(string name)
    {
        InMemoryIntegration memory = new(name, _time);
        memory.Add("1", $"{name} policy", "The policy.", Audience.Everyone);
        return memory;
    }
}
