using ModelContextProtocol.Protocol;

namespace Navo.Integrations.Mcp.Internal;

/// <summary>How the tools introduce themselves. None changes anything, and all stay within the sources that the server has.</summary>
internal static class ToolCard
{
    /// <param name="name">Its name.</param>
    /// <param name="title">The same for people.</param>
    /// <param name="description">What it does, for a model.</param>
    /// <param name="isFree">Whether calling it again costs nothing but the call.</param>
    public static Tool Create(string name, string title, string description, bool isFree = true) => new()
    {
        Name = name,
        Title = title,
        Description = $"{description} {DataNotice.Text}",
        Annotations = new() { Title = title, ReadOnlyHint = true, DestructiveHint = false, IdempotentHint = isFree, OpenWorldHint = false },
    };
}
