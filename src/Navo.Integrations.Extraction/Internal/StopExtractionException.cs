using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Extraction.Internal;

/// <summary>Ends the reading of a file with a status. It never leaves the package.</summary>
internal sealed class StopExtractionException(ExtractionStatus status, string detail) : Exception(detail)
{
    public ExtractionStatus Status { get; } = status;
}
