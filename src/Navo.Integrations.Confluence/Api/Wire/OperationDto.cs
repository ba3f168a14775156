namespace Navo.Integrations.Confluence.Api.Wire;

/// <summary>An operation on a kind of target.</summary>
public sealed record OperationDto
{
    /// <summary>The operation (Cloud v1).</summary>
    public string? Operation { get; set; }

    /// <summary>The operation (Data Center space permissions).</summary>
    public string? OperationKey { get; set; }

    /// <summary>The kind of target.</summary>
    public string? TargetType { get; set; }
}
