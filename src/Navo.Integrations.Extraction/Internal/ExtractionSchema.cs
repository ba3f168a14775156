using Navo.Integrations.Core.Configuration;

namespace Navo.Integrations.Extraction.Internal;

/// <summary>What the section <c>Extraction</c> may say.</summary>
internal static class ExtractionSchema
{
    public static IntegrationSchema Schema { get; } = new()
    {
        Kind = "extraction",
        IsIntegration = false,
        Keys =
        [
            new(nameof(ExtractionOptions.MaxInputBytes), OptionKeyKind.Bytes),
            new(nameof(ExtractionOptions.MaxExpandedBytes), OptionKeyKind.Bytes),
            new(nameof(ExtractionOptions.MaxExpansionRatio), OptionKeyKind.Integer),
            new(nameof(ExtractionOptions.MaxEntries), OptionKeyKind.Integer),
            new(nameof(ExtractionOptions.MaxNesting), OptionKeyKind.Integer),
            new(nameof(ExtractionOptions.MaxPages), OptionKeyKind.Integer),
            new(nameof(ExtractionOptions.MaxCells), OptionKeyKind.Bytes),
            new(nameof(ExtractionOptions.MaxCharacters), OptionKeyKind.Bytes),
            new(nameof(ExtractionOptions.TimeLimit), OptionKeyKind.Seconds),
        ],
    };
}
