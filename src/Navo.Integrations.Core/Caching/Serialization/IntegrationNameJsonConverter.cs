using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Caching.Serialization;

internal sealed class IntegrationNameJsonConverter : TextJsonConverter<IntegrationName>
{
    protected override IntegrationName Parse(string text) => text.Length == 0 ? default : IntegrationName.Parse(text);

    protected override string Format(IntegrationName value) => value.ToString();
}
