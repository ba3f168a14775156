using Navo.Integrations.Abstractions;

namespace Navo.Integrations.EnterpriseGpt;

/// <summary>The system prompts by name and version. Register another implementation to keep them elsewhere.</summary>
/// <remarks>Implementations are safe to use from many threads.</remarks>
public interface IPromptLibrary
{
    /// <summary>All templates, by name and version.</summary>
    IReadOnlyList<PromptTemplate> Templates { get; }

    /// <summary>A template.</summary>
    /// <param name="name">Its name; <see cref="PromptNames"/> holds those that the package uses.</param>
    /// <param name="version">Its version; null for the latest.</param>
    /// <returns>The template.</returns>
    /// <exception cref="InvalidQueryException">There is none.</exception>
    PromptTemplate Get(string name, int? version = null);

    /// <summary>Adds a template, or replaces the one of the same name and version. One of a higher version becomes the latest.</summary>
    /// <param name="template">The template.</param>
    void Register(PromptTemplate template);

    /// <summary>Shows the latest template of a name as the model would get it.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="values">A value for each placeholder and nothing else.</param>
    /// <returns>The text, its version and its length in tokens.</returns>
    /// <exception cref="InvalidQueryException">There is no such template, a placeholder has no value, or a value no placeholder.</exception>
    PromptPreview Preview(string name, IReadOnlyDictionary<string, string> values);
}
