using System.Globalization;
using Navo.Integrations.Abstractions;
using Navo.Integrations.EnterpriseGpt.Internal.Language;

namespace Navo.Integrations.EnterpriseGpt;

/// <summary>A system prompt with placeholders such as <c>{{style}}</c>.</summary>
public sealed record PromptTemplate
{
    /// <summary>Makes a template.</summary>
    /// <param name="name">Its name: 1 to 64 of <c>a-z 0-9 -</c>.</param>
    /// <param name="version">Its version, 1 or more.</param>
    /// <param name="text">Its text, not empty. A placeholder is a name of <c>a-z 0-9 -</c> between two pairs of braces; put what varies last, so that the vendor's prompt cache finds the same beginning.</param>
    /// <exception cref="InvalidQueryException">The name, the version or the text cannot be used.</exception>
    public PromptTemplate(string name, int version, string text)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(text);
        if (name.Length is 0 or > 64 || !PromptText.IsName(name) || version < 1 || string.IsNullOrWhiteSpace(text))
        {
            throw new InvalidQueryException("A prompt has a name of 1 to 64 of 'a-z 0-9 -', a version of 1 or more and a text.");
        }

        Name = name;
        Version = version;
        Text = text;
        Placeholders = PromptText.Placeholders(text);
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The version.</summary>
    public int Version { get; }

    /// <summary>The text with its placeholders.</summary>
    public string Text { get; }

    /// <summary>The names of the placeholders, each once, in the order of the text.</summary>
    public IReadOnlyList<string> Placeholders { get; }

    /// <summary>Name and version as answers report them: <c>name@version</c>.</summary>
    public string VersionKey => string.Create(CultureInfo.InvariantCulture, $"{Name}@{Version}");

    /// <summary>The text with values in place of the placeholders. Values are data: braces within them stay as they are.</summary>
    /// <param name="values">A value for each placeholder and nothing else.</param>
    /// <returns>The text.</returns>
    /// <exception cref="InvalidQueryException">A placeholder has no value, or a value no placeholder; the message names them.</exception>
    public string Render(IReadOnlyDictionary<string, string> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        Check("has no value for", Placeholders.Where(p => !values.ContainsKey(p)));
        Check("has no placeholder", values.Keys.Where(k => !Placeholders.Contains(k, StringComparer.Ordinal)).Order(StringComparer.Ordinal));
        return PromptText.Render(Text, values);
    }

    /// <summary>Renders with those of the values that the template has a placeholder for: one that replaces another may do without some.</summary>
    internal string RenderKnown(IReadOnlyDictionary<string, string> values) =>
        Render(values.Where(value => Placeholders.Contains(value.Key, StringComparer.Ordinal)).ToDictionary(StringComparer.Ordinal));

    private void Check(string what, IEnumerable<string> names)
    {
        string list = string.Join(", ", names);
        if (list.Length > 0)
        {
            throw new InvalidQueryException($"The prompt '{VersionKey}' {what}: {list}.");
        }
    }
}
