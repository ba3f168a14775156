using System.Reflection;
using Navo.Integrations.Core.Configuration;

namespace Navo.Integrations.Architecture.Tests.Configuration;

/// <summary>A key of a section as its documentation tells it; all of it is read from the code.</summary>
/// <param name="Option">The key as its schema has it.</param>
/// <param name="Property">The property that it sets.</param>
/// <param name="Default">The value of that property in new options; null for none.</param>
/// <param name="Bounds">What the rules of the options say that it must be; null where they say nothing of one value alone.</param>
/// <param name="Meaning">The summary of the property.</param>
internal sealed record ConfigurationKey(OptionKey Option, PropertyInfo Property, object? Default, string? Bounds, string Meaning)
{
    public string Name => Option.Name;

    public bool IsSecret => Option.Kind == OptionKeyKind.Secret;
}
