namespace Navo.Integrations.Abstractions;

/// <summary>What is kept in step.</summary>
public sealed record SyncScope
{
    /// <summary>All that the configuration allows.</summary>
    public static SyncScope All { get; } = new();

    /// <summary>Keys of spaces, or addresses of sites and libraries; empty for all that the configuration allows.</summary>
    public IReadOnlyList<string> Containers { get; init; } = [];

    /// <summary>The parts in one order, so that equal scopes are told from others.</summary>
    /// <returns>The containers, sorted, one on each line.</returns>
    /// <exception cref="InvalidQueryException">A container is empty.</exception>
    public string ToKey() => string.Join('\n', (Containers ?? []).Select(Checked).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    private static string Checked(string container) => string.IsNullOrWhiteSpace(container)
        ? throw new InvalidQueryException("A container of the scope is empty.") { Remedy = "Name spaces by their key, sites and libraries by their address; leave the list empty for all." }
        : container.Trim();
}
