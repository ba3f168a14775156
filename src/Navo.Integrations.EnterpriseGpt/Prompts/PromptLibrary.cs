using Navo.Integrations.Abstractions;
using Navo.Integrations.EnterpriseGpt.Internal.Language;

namespace Navo.Integrations.EnterpriseGpt;

/// <summary>The system prompts that come with the package, for knowledge discovery, and those that are registered beside them.</summary>
public sealed class PromptLibrary : IPromptLibrary
{
    private readonly Lock _gate = new();
    private volatile PromptTemplate[] _templates = [.. Sorted(BuiltInPrompts.All)];

    /// <inheritdoc />
    public IReadOnlyList<PromptTemplate> Templates => _templates;

    /// <inheritdoc />
    public PromptTemplate Get(string name, int? version = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Array.FindLast(_templates, t => t.Name == name && (version is null || t.Version == version))
            ?? throw new InvalidQueryException($"There is no such prompt{(version is null ? string.Empty : " of that version")}; there are: {Names()}.");
    }

    /// <inheritdoc />
    public void Register(PromptTemplate template)
    {
        ArgumentNullException.ThrowIfNull(template);
        lock (_gate)
        {
            _templates = [.. Sorted(_templates.Where(t => t.VersionKey != template.VersionKey).Append(template))];
        }
    }

    /// <inheritdoc />
    public PromptPreview Preview(string name, IReadOnlyDictionary<string, string> values)
    {
        PromptTemplate template = Get(name);
        string text = template.Render(values);
        return new(text, template.VersionKey, TokenCounter.Shared.Count(text));
    }

    private string Names() => string.Join(", ", _templates.Select(t => t.VersionKey));

    private static IEnumerable<PromptTemplate> Sorted(IEnumerable<PromptTemplate> templates) =>
        templates.OrderBy(t => t.Name, StringComparer.Ordinal).ThenBy(t => t.Version);
}
