using System.Collections;
using System.Reflection;
using Navo.Integrations.Confluence;
using Navo.Integrations.Core.Alerts;
using Navo.Integrations.Core.Audit;
using Navo.Integrations.Core.Caching;
using Navo.Integrations.Core.Configuration;
using Navo.Integrations.Core.Health;
using Navo.Integrations.Core.Sync;
using Navo.Integrations.Core.Telemetry;
using Navo.Integrations.EnterpriseGpt;
using Navo.Integrations.Extraction;
using Navo.Integrations.Redis;
using Navo.Integrations.SharePoint;

namespace Navo.Integrations.Architecture.Tests.Configuration;

/// <summary>A section of the configuration: its schema, which the packages keep, and the options that it is bound to.</summary>
internal sealed class ConfigurationSection
{
    private static readonly Dictionary<string, object[]> OptionsOf = new(StringComparer.Ordinal)
    {
        ["confluence"] = [new ConfluenceOptions()],
        ["sharepoint"] = [new SharePointOptions()],
        ["enterprise-gpt"] = [new EnterpriseGptOptions()],
        ["knowledge-assistant"] = [new KnowledgeAssistantOptions()],
        ["extraction"] = [new ExtractionOptions()],
        ["redis"] = [new RedisOptions()],
        ["audit"] = [new AuditOptions()],
        ["cache-store"] = [new CacheStoreOptions()],
        ["sync"] = [new SyncStorageOptions(), new ContentSyncServiceOptions()],
        ["telemetry"] = [new TelemetryOptions()],
        ["health"] = [new HealthMonitorOptions()],
        ["alerts"] = [new AlertOptions()],
    };

    private readonly object[] _options;

    private ConfigurationSection(IntegrationSchema schema)
    {
        Schema = schema;
        _options = OptionsOf.GetValueOrDefault(schema.Kind, []);
        Own = [.. schema.Keys.Select(KeyOf)];
        Shared = schema.IsIntegration ? [.. SharedOptionKeys.Keys.Select(KeyOf)] : [];
    }

    /// <summary>Every schema that a package declares; integrations first, in the order of the table above.</summary>
    public static IReadOnlyList<ConfigurationSection> All { get; } = [.. SourceTree.Projects.Select(Assembly.Load)
        .SelectMany(static assembly => assembly.GetTypes())
        .SelectMany(static type => type.GetProperties(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
        .Where(static property => property.PropertyType == typeof(IntegrationSchema))
        .Select(static property => new ConfigurationSection((IntegrationSchema)property.GetValue(null)!))
        .OrderBy(static section => OptionsOf.Keys.ToList().IndexOf(section.Schema.Kind))];

    public IntegrationSchema Schema { get; }

    /// <summary>The name below <c>Navo:Integrations</c>, as the options' documentation writes it.</summary>
    public string Name => Schema.Kind == "sharepoint" ? "SharePoint" : string.Concat(Schema.Kind.Split('-').Select(static word => char.ToUpperInvariant(word[0]) + word[1..]));

    /// <summary>The names below <c>integrations</c>.</summary>
    public IEnumerable<string> SnakeNames => Schema.Aliases.Prepend(Schema.Kind).Select(static name => name.Replace('-', '_'));

    public IReadOnlyList<ConfigurationKey> Own { get; }

    public IReadOnlyList<ConfigurationKey> Shared { get; }

    private ConfigurationKey KeyOf(OptionKey key)
    {
        foreach (object options in _options)
        {
            if (Follow(options, key.Name.Split(':')) is var (property, value))
            {
                string? bounds = key.Kind == OptionKeyKind.Choice ? null : OptionRules.BoundsOf(key.Name, property, options.GetType());
                return new(key, property, value, bounds, DocumentationSummaries.Of(property));
            }
        }

        throw new InvalidOperationException($"No options of the section '{Schema.Kind}' have '{key.Name}'; name them in {nameof(OptionsOf)}.");
    }

    /// <summary>Follows a path of properties; below a dictionary, what stands there is a key of it.</summary>
    private static (PropertyInfo Property, object? Value)? Follow(object options, string[] path)
    {
        object? at = options;
        PropertyInfo? property = null;
        foreach (string name in path)
        {
            if (at is IDictionary)
            {
                return (property!, null);
            }

            property = at?.GetType().GetProperty(name);
            if (property is null)
            {
                return null;
            }

            at = property.GetValue(at);
        }

        return (property!, at);
    }
}
