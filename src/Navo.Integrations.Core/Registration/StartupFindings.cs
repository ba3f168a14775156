using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Navo.Integrations.Core.Registration;

/// <summary>What validates the options when the host starts, with all that is wrong in one message instead of an exception for each options class.</summary>
internal sealed class StartupFindings(IStartupValidator inner, IConfiguration? configuration) : IStartupValidator
{
    public void Validate()
    {
        try
        {
            inner.Validate();
        }
        catch (OptionsValidationException invalid)
        {
            throw Report([invalid]);
        }
        catch (AggregateException all) when (all.InnerExceptions.All(static inner => inner is OptionsValidationException))
        {
            throw Report([.. all.InnerExceptions.Cast<OptionsValidationException>()]);
        }
    }

    private StartupFindingsException Report(IReadOnlyList<OptionsValidationException> invalid) =>
        new(invalid[0].OptionsName, invalid[0].OptionsType, [.. invalid.SelectMany(static one => one.Failures).Select(Describe).Distinct(StringComparer.Ordinal)]);

    /// <summary>A finding begins with its key: what kind of value stands there helps, the value itself may be a secret.</summary>
    private string Describe(string finding)
    {
        string key = finding.Split(' ', 2)[0];
        return key.StartsWith("Navo:", StringComparison.OrdinalIgnoreCase) && configuration?.GetSection(key) is { } section && section.Exists()
            ? $"{finding} (in the configuration: {ValueClass.Of(section)})"
            : finding; // the value may stand under another form of the key, or in the code
    }
}
