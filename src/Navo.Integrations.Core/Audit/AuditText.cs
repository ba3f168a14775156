using System.Text.Json;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Audit;

/// <summary>A record as the bytes of a line.</summary>
/// <param name="Bytes">One JSON object, without the end of the line.</param>
/// <param name="Depth">How many objects end at its end; what a chain adds belongs to the innermost.</param>
internal readonly record struct AuditText(byte[] Bytes, int Depth)
{
    public static AuditText Of(AuditRecord record, AuditFormat format) => format == AuditFormat.Ocsf
        ? new(OcsfText.Of(record), Depth: 2)
        : new(JsonSerializer.SerializeToUtf8Bytes(record, AuditJson.Default.AuditRecord), Depth: 1);
}
