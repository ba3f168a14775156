using Microsoft.Extensions.Options;

namespace Navo.Integrations.Core.Registration;

/// <summary>All that is wrong with the options when the host starts, a line each.</summary>
internal sealed class StartupFindingsException(string name, Type type, IReadOnlyList<string> findings) : OptionsValidationException(name, type, findings)
{
    public override string Message => Failures.Count() == 1
        ? Failures.Single()
        : $"The configuration can't work, for {Failures.Count()} reasons:{string.Concat(Failures.Select(static finding => $"{Environment.NewLine}- {finding}"))}";
}
