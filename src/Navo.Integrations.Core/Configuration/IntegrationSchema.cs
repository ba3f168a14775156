namespace Navo.Integrations.Core.Configuration;

/// <summary>What the configuration of one kind of integration may say. The settings of <see cref="IntegrationOptions"/> are always part of it.</summary>
public sealed class IntegrationSchema
{
    private readonly Lazy<SchemaIndex> _index;

    /// <summary>Makes a schema.</summary>
    public IntegrationSchema() => _index = new(() => new SchemaIndex(this));

    /// <summary>The kind, which is the name of its section, for example <c>confluence</c>. Case, <c>-</c> and <c>_</c> do not matter in configuration.</summary>
    public required string Kind { get; init; }

    /// <summary>Other names of its section, for example <c>openai</c> for <c>enterprise-gpt</c>.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>The settings of this kind beside the shared ones.</summary>
    public required IReadOnlyList<OptionKey> Keys { get; init; }

    /// <summary>Other names of settings beside the shared ones.</summary>
    public IReadOnlyList<OptionKeyAlias> KeyAliases { get; init; } = [];

    /// <summary>False for a section that is no integration's: it has no shared settings and no named instances. True by default.</summary>
    public bool IsIntegration { get; init; } = true;

    internal SchemaIndex Index => _index.Value;
}
