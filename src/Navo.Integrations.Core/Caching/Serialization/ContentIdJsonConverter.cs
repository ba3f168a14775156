using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Caching.Serialization;

internal sealed class ContentIdJsonConverter : TextJsonConverter<ContentId>
{
    protected override ContentId Parse(string text) => text.Length == 0 ? default : new ContentId(text);

    protected override string Format(ContentId value) => value.Value;
}
