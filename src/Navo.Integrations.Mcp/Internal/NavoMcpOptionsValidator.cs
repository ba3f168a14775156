using Microsoft.Extensions.Options;

namespace Navo.Integrations.Mcp.Internal;

/// <summary>Refuses options that cannot work.</summary>
internal sealed class NavoMcpOptionsValidator : IValidateOptions<NavoMcpOptions>
{
    public ValidateOptionsResult Validate(string? name, NavoMcpOptions options)
    {
        string[] findings = [.. Findings(options)];
        return findings.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(findings);
    }

    private static IEnumerable<string> Findings(NavoMcpOptions options)
    {
        if (options.TextLength is < 1_000 or > 200_000)
        {
            yield return $"{nameof(NavoMcpOptions)}.{nameof(options.TextLength)} is 1,000 to 200,000 characters.";
        }

        if (options.SearchTimeout <= TimeSpan.Zero || options.SearchTimeout > TimeSpan.FromMinutes(5))
        {
            yield return $"{nameof(NavoMcpOptions)}.{nameof(options.SearchTimeout)} is more than zero and at most five minutes.";
        }

        if (options.Reader is { IsService: true })
        {
            yield return $"{nameof(NavoMcpOptions)}.{nameof(options.Reader)} is the service itself; name a user whose rights count.";
        }
    }
}
