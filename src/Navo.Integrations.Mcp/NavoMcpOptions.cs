using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Mcp;

/// <summary>How the tools answer.</summary>
public sealed class NavoMcpOptions
{
    /// <summary>Whose rights count for requests without a user, such as those to a local server over standard input and output. Null by default: such requests fail.</summary>
    public AccessContext? Reader { get; set; }

    /// <summary>Characters (UTF-16) of a text that one call gives at most, 1,000 to 200,000; 20,000 by default. The rest is had by its offset.</summary>
    public int TextLength { get; set; } = 20_000;

    /// <summary>How long the sources may take over a search, more than zero and at most five minutes; 10 seconds by default.</summary>
    public TimeSpan SearchTimeout { get; set; } = TimeSpan.FromSeconds(10);
}
