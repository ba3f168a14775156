namespace Navo.Integrations.Core.Http;

/// <summary>What an error answer says, cleaned.</summary>
internal sealed record ErrorDetails(int Status, string? RequestId, string? Code, string? Said)
{
    public string? Prefix { get; init; }

    public string Say(string what) => Said is null ? Prefix ?? what : $"{Prefix ?? what} It says: {Said}";
}
