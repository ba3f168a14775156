using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Testing.InMemory;

namespace Navo.Integrations.ExtensionsAI.Tests;

/// <summary>A wiki with a page for all, one for Ada and one that nobody can judge.</summary>
internal sealed class KnowledgeWorld : IDisposable
{
    public static readonly AccessContext Ada = AccessContext.ForUser(new("memory", "ada"));
    public static readonly AccessContext Ben = AccessContext.ForUser(new("memory", "ben"));

    public KnowledgeWorld()
    {
        Add("1", "Leave policy", "Staff get 30 days of leave a year.", Audience.Everyone);
        Add("2", "Leave of the board", "The board gets 99 days of leave.", Audience.Users(Ada.User!.Value));
        Add("3", "Leave that nobody can judge", "Leave 77.", policy: null);
        ServiceCollection services = new();
        services.AddNavoIntegrations().AddIntegration<IIntegration>(Wiki.Name, _ => Wiki).AddIntegration<IIntegration>(Other.Name, _ => Other);
        Services = services.BuildServiceProvider();
    }

    public InMemoryIntegration Wiki { get; } = new();

    public InMemoryIntegration Other { get; } = new("memory:other");

    public ServiceProvider Services { get; }

    public IIntegrationCatalog Catalog => Services.GetRequiredService<IIntegrationCatalog>();

    public IChatClient Client(IChatClient model, AccessContext? reader, KnowledgeChatOptions? options = null) =>
        model.AsKnowledgeChatClient(Services, (_, _) => ValueTask.FromResult(reader), options);

    public void Add(string id, string title, string text, AccessPolicy? policy, string version = "1")
    {
        KnowledgeContent content = Wiki.Add(id, title, text, policy);
        Wiki.Add(content with { SourceVersion = version, Metadata = content.Metadata with { WebAddress = new($"https://wiki.example/{id}"), Version = version } }, policy);
    }

    public void Dispose() => Services.Dispose();
}
