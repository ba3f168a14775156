namespace Navo.Integrations.EnterpriseGpt.Internal.Language;

/// <summary>An answer that does not keep the schema.</summary>
/// <param name="path">Where, as a JSON path of the schema's own names; never a part of the answer.</param>
internal sealed class AnalysisViolation(string path) : FormatException($"The answer does not keep the schema at {path}.")
{
    public string Path { get; } = path;
}
