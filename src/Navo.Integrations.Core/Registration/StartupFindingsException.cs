using Microsoft.Extensions.Options;

namespace Navo.Integrations.Core.Registration;

/// <summary>All that is wrong with the options when the host starts, a line each.</summary>
internal sealed class StartupFindingsException(string name, Type type, IReadOnlyList<string> findings) : OptionsValidationException(name, type, findings)
{
    public override string Message { get; } = FindingsText.Of(findings);
}
