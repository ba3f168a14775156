using Navo.Integrations.Abstractions;

namespace KnowledgeService;

/// <summary>Who can be tried without a password: the people of the simulated sources, and nobody where a source is real.</summary>
/// <param name="sources">The simulated sources; null where they are real.</param>
internal sealed class DemoReaders(SimulatedSources? sources)
{
    public IReadOnlyList<string> Names => sources is null ? [] : SimulatedSources.Names;

    /// <summary>The person's id; null for whoever is not offered.</summary>
    public PrincipalId? Find(string name) => Names.Contains(name, StringComparer.Ordinal) ? sources!.IdOf(name) : null;
}
