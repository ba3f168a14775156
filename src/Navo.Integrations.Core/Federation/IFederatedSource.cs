namespace Navo.Integrations.Core.Federation;

/// <summary>
/// Tells the federated search what an integration can express. The integration's client implements it, or it is registered as a keyed service under the kind of the
/// integration; of an integration without either, <see cref="SourceAbilities.Default"/> is taken.
/// </summary>
public interface IFederatedSource
{
    /// <summary>What the source can express; asked for each search.</summary>
    SourceAbilities Abilities { get; }
}
