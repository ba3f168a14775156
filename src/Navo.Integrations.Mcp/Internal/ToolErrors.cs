using System.Globalization;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Mcp.Internal;

/// <summary>Failures as callers read them: what was wrong and what to do. The family's messages hold no secret.</summary>
internal static class ToolErrors
{
    public static string Text(IntegrationException failure)
    {
        string kind = failure.GetType().Name.Replace("Exception", string.Empty, StringComparison.Ordinal);
        string where = failure.Integration is { } integration ? $" ({integration})" : string.Empty;
        return string.Join(' ', new[] { $"{kind}{where}: {failure.Message}", failure.Remedy, Again(failure) }.Where(static part => part is { Length: > 0 }));
    }

    /// <summary>Denied, absent and undecidable in one wording.</summary>
    public static NotFoundException Absent(IntegrationName source)
    {
        NotFoundException absent = new("There is no such item, or you may not see it.") { Remedy = "Check the id as search gives it, or ask whoever answers for the item." };
        absent.Locate(source, "get_content");
        return absent;
    }

    private static string? Again(IntegrationException failure)
    {
        TimeSpan? wait = failure switch
        {
            ThrottledException throttled => throttled.RetryAfter,
            UnavailableException unavailable => unavailable.RetryAfter,
            _ => null,
        };
        return wait is { } time
            ? string.Create(CultureInfo.InvariantCulture, $"The same call can succeed after {Math.Ceiling(time.TotalSeconds):0} seconds.")
            : failure.IsTransient ? "The same call can succeed later." : null;
    }
}
