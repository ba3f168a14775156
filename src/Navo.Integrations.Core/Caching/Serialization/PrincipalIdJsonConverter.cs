using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Caching.Serialization;

internal sealed class PrincipalIdJsonConverter : TextJsonConverter<PrincipalId>
{
    protected override PrincipalId Parse(string text) => text.Length == 0 ? default : PrincipalId.Parse(text);

    protected override string Format(PrincipalId value) => value == default ? string.Empty : value.ToString();
}
