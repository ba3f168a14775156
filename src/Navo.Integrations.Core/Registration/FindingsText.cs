namespace Navo.Integrations.Core.Registration;

/// <summary>What is wrong with a configuration, as one message.</summary>
internal static class FindingsText
{
    /// <summary>One finding as it is, several a line each.</summary>
    public static string Of(IReadOnlyCollection<string> findings) => findings.Count == 1
        ? findings.First()
        : $"The configuration can't work, for {findings.Count} reasons:{string.Concat(findings.Select(static finding => $"{Environment.NewLine}- {finding}"))}";
}
