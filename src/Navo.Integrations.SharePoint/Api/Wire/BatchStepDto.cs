namespace Navo.Integrations.SharePoint.Api.Wire;

/// <summary>One request of a batch.</summary>
internal sealed record BatchStepDto
{
    public string? Id { get; set; }

    public string? Method { get; set; }

    public string? Url { get; set; }

    public IReadOnlyDictionary<string, string>? Headers { get; set; }

    public GroupIdsDto? Body { get; set; }
}
