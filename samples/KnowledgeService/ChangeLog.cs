using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Registration;

namespace KnowledgeService;

/// <summary>What is done with each change that a source tells of. A service with an index of its own would mend it here; the caches have forgotten the item already.</summary>
internal sealed class ChangeLog(ILogger<ChangeLog> log) : IContentChangeHandler
{
    private static readonly string[] Sources = ["SharePoint", "Confluence"];

    public ValueTask HandleAsync(ContentChange change, CancellationToken token)
    {
        log.LogInformation("{Change} {Item}", change.GetType().Name, change.Id);
        return default;
    }

    /// <summary>Keeps those sources in step that have an address for notifications; the others are asked when somebody asks.</summary>
    public static void AddWhereNotified(INavoIntegrationsBuilder builder, IConfiguration configuration)
    {
        foreach (string source in Sources.Where(name => configuration[$"Navo:Integrations:{name}:Notifications:Url"] is not null))
        {
            builder.AddContentSyncService<ChangeLog>(new(source.ToLowerInvariant(), string.Empty));
        }
    }
}
