using System.Text.Json;

namespace Navo.Integrations.SharePoint.Api.Wire;

/// <summary>One answer of a batch.</summary>
internal sealed record BatchAnswerDto
{
    public string? Id { get; set; }

    public int? Status { get; set; }

    public IReadOnlyDictionary<string, string>? Headers { get; set; }

    public JsonElement? Body { get; set; }
}
