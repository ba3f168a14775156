using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Confluence.Tests.Adversary;

/// <summary>Stands where the bytes of a file would be read: who gets here has passed the gate.</summary>
internal sealed class NoExtractor : ITextExtractor
{
    public ValueTask<ExtractionOutcome> ExtractAsync(ExtractionRequest request, CancellationToken cancellationToken = default) =>
        throw new ProtocolException("The bytes were given.");
}
