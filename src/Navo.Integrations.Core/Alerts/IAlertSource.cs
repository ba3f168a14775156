namespace Navo.Integrations.Core.Alerts;

/// <summary>Gives figures that rules are held against. Registered in the container, beside those of the house, so that an integration of your own is watched too.</summary>
public interface IAlertSource
{
    /// <summary>The figures at this moment. It is called at each evaluation and returns at once, out of what is known already. What it does not name any more is over; where it throws, what was known of it stays.</summary>
    /// <returns>The figures, one for each rule, integration and part.</returns>
    IEnumerable<AlertReading> Read();
}
