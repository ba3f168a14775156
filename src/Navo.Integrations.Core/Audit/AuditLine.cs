using System.Globalization;
using System.Text;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Audit;

/// <summary>The part of a record that differs from call to call, as text on one line.</summary>
internal sealed class AuditLine(AuditRecord record)
{
    public override string ToString()
    {
        var text = new StringBuilder();
        Add(text, "item", record.ItemId);
        Add(text, "decision", record.Decision?.ToString());
        Add(text, "reason", record.Reason?.ToString());
        Add(text, "disclosed", record.DisclosedItems.Count == 0 ? null : string.Join(',', record.DisclosedItems));
        Add(text, "from_cache", record.IsStale ? "stale" : record.FromCache ? "true" : null);
        Add(text, "error", record.ErrorType);
        Add(text, "trace", record.TraceId);
        Add(text, "detail", record.Detail);
        return text.ToString();
    }

    private static void Add(StringBuilder text, string name, string? value)
    {
        if (value is not null)
        {
            string separator = text.Length == 0 ? string.Empty : " ";
            text.Append(CultureInfo.InvariantCulture, $"{separator}{name}={value}");
        }
    }
}
