namespace Navo.Integrations.SharePoint.Api.Wire;

/// <summary>Hashes of the bytes of a file.</summary>
internal sealed record HashesDto
{
    public string? QuickXorHash { get; set; }

    public string? Sha1Hash { get; set; }

    public string? Sha256Hash { get; set; }
}
