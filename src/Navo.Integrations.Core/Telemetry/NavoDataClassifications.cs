using Microsoft.Extensions.Compliance.Classification;

namespace Navo.Integrations.Core.Telemetry;

/// <summary>
/// How the integrations classify what they may write. With <c>services.AddRedaction(…)</c> of Microsoft.Extensions.Compliance.Redaction the application decides what becomes of each class: as it is, erased, or
/// hashed with a key. Without it, everything is written as it is.
/// </summary>
/// <seealso href="https://learn.microsoft.com/dotnet/core/extensions/data-redaction"/>
public static class NavoDataClassifications
{
    /// <summary>The name of the taxonomy.</summary>
    public const string TaxonomyName = "Navo.Integrations";

    /// <summary>Who asked: the reader of an audit line in the log. The audit file keeps the reader as it is, as evidence.</summary>
    public static DataClassification Reader { get; } = new(TaxonomyName, nameof(Reader));

    /// <summary>What was searched for, in the activity of a search; written only with <see cref="TelemetryOptions.IncludeQueryText"/>.</summary>
    public static DataClassification QueryText { get; } = new(TaxonomyName, nameof(QueryText));
}
