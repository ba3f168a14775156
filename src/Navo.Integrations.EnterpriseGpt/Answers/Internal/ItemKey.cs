using Navo.Integrations.Abstractions;

namespace Navo.Integrations.EnterpriseGpt.Internal.Answers;

/// <summary>An item of an integration.</summary>
internal readonly record struct ItemKey(IntegrationName Source, ContentId Id)
{
    public static ItemKey Of(SearchHit hit) => new(hit.Source, hit.Id);

    public override string ToString() => $"{Source}/{Id}";
}
