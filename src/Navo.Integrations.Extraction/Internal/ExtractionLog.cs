using Microsoft.Extensions.Logging;

namespace Navo.Integrations.Extraction.Internal;

/// <summary>What is logged of extraction: types, never text.</summary>
internal static partial class ExtractionLog
{
    [LoggerMessage(1, LogLevel.Debug, "The reader of {MediaType} gave up: {Exception}")]
    public static partial void Broken(ILogger logger, string mediaType, string exception);
}
