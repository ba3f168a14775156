using Microsoft.Extensions.Compliance.Classification;
using Microsoft.Extensions.Compliance.Redaction;
using Navo.Integrations.Core.Registration;

namespace Navo.Integrations.Core.Telemetry;

/// <summary>What of a classified text may be written: what the options let pass, as the application's redactors leave it.</summary>
internal sealed class TelemetryRedaction(ValidOptions<TelemetryOptions> options, IRedactorProvider? redactors)
{
    private readonly Redactor? _reader = redactors?.GetRedactor(new DataClassificationSet(NavoDataClassifications.Reader));
    private readonly Redactor? _queryText = redactors?.GetRedactor(new DataClassificationSet(NavoDataClassifications.QueryText));

    public string Reader(string reader) => _reader is null ? reader : _reader.Redact(reader);

    /// <summary>The words of a search; null where they are not to be told.</summary>
    public string? QueryText(string? text) => text is null || !options.Current.IncludeQueryText ? null
        : _queryText is null ? text : _queryText.Redact(text);
}
