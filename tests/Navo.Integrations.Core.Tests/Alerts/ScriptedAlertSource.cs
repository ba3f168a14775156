using Navo.Integrations.Core.Alerts;

namespace Navo.Integrations.Core.Tests.Alerts;

/// <summary>Gives the figures that a test sets.</summary>
internal sealed class ScriptedAlertSource : IAlertSource
{
    public IReadOnlyList<AlertReading> Readings { get; set; } = [];

    public Exception? Failure { get; set; }

    public IEnumerable<AlertReading> Read() => Failure is { } failure ? throw failure : Readings;
}
