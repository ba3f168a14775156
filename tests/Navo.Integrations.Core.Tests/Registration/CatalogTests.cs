using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Registration;
using Navo.Integrations.Core.Tests.Pipeline;
using Navo.Integrations.Testing.InMemory;

namespace Navo.Integrations.Core.Tests.Registration;

/// <summary>Each registration gives its own integration, and one that can't be made leaves the others.</summary>
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

    public static TheoryData<Exception, string> Causes => new()
    {
        { new ConfigurationException("The address is missing."), "The address is missing." },
        { new OptionsValidationException("x", typeof(object), ["Navo:Integrations:Wiki:BaseUrl is missing."]), "Wiki:BaseUrl is missing" },
        { new InvalidOperationException("secret"), "InvalidOperationException" },
    };

    [Theory, MemberData(nameof(Causes))]
    public async Task An_integration_that_cannot_be_made_fails_alone_and_says_why(Exception cause, string said)
    {
        bool isMended = false;
        Add("well");
        IntegrationName name = new("broken");
        _builder.AddIntegration<IIntegration>(name, _ => isMended ? Memory("broken") : throw cause);
        await using ServiceProvider provider = _services.BuildServiceProvider();
        IFederatedSearch search = provider.GetRequiredService<IFederatedSearch>();
        AccessContext reader = AccessContext.ForUser(new("memory", "ada"));

        FederatedPage page = await search.SearchAsync(new("policy"), reader, PipelineHarness.Token);
        FederatedPage scoped = await search.SearchAsync(new("policy") { Scopes = [SearchScope.Library("https://x.example/a", "broken")] }, reader, PipelineHarness.Token);
        IIntegration stands = provider.GetRequiredService<IIntegrationCatalog>()["broken"];
        isMended = true;
        FederatedPage later = await search.SearchAsync(new("policy"), reader, PipelineHarness.Token);

        Assert.Equal("well", Assert.Single(page.Hits).Hit.Source.ToString());
        SourceReport report = Assert.Single(page.Reports, report => report.Source == name);
        Assert.Equal(SourceStatus.Failed, report.Status);
        Assert.IsType<ConfigurationException>(report.Error);
        Assert.Contains(said, report.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", report.Detail + report.Error, StringComparison.Ordinal);
        Assert.Equal(SourceStatus.Failed, Assert.Single(scoped.Reports, report => report.Source == name).Status);
        Assert.Equal(HealthState.Unhealthy, (await stands.CheckHealthAsync(PipelineHarness.Token)).Status);
        Assert.Equal(PermissionOutcome.Unknown, (await stands.CheckPermissionsAsync(new("1"), reader, PipelineHarness.Token)).Outcome);
        Assert.True(later.IsComplete);
    }

    private void Add(string name) => _builder.AddIntegration<IIntegration>(IntegrationName.Parse(name), _ => Memory(name));

    private InMemoryIntegration Memory(string name)
    {
        InMemoryIntegration memory = new(name, _time);
        memory.Add("1", $"{name} policy", "The policy.", Audience.Everyone);
        return memory;
    }
}
