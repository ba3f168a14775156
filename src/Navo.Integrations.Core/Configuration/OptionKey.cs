namespace Navo.Integrations.Core.Configuration;

/// <summary>One setting that an integration knows.</summary>
/// <param name="Name">The path of the options' property, for example <c>BaseUrl</c> or <c>Cache:Response:Lifetime</c>. In configuration it may also be written in snake case.</param>
/// <param name="Kind">What its value means.</param>
public sealed record OptionKey(string Name, OptionKeyKind Kind)
{
    /// <summary>The names that a <see cref="OptionKeyKind.Choice"/> may have; empty for every other kind.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    internal bool IsCredential => Kind is OptionKeyKind.Secret or OptionKeyKind.Account;
}
