using System.Globalization;

namespace Navo.Integrations.Tests;

/// <summary>How many seeded histories a property test plays: as many as fit in a build, or as <c>NAVO_HISTORIES</c> says, for a long look.</summary>
internal static class Histories
{
    public static int Count(int usual) => int.TryParse(Environment.GetEnvironmentVariable("NAVO_HISTORIES"), NumberStyles.None, CultureInfo.InvariantCulture, out int asked) ? asked : usual;
}
