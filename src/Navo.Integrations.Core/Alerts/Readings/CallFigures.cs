using Navo.Integrations.Core.Telemetry;

namespace Navo.Integrations.Core.Alerts.Readings;

/// <summary>Counts of calls, or what was added to them within a time.</summary>
internal sealed record CallFigures(long Calls, long Faults, long Refused, long[] Durations)
{
    public static CallFigures None { get; } = new(0, 0, 0, DurationHistogram.NewCounts());

    public static CallFigures Of(OperationStatistics statistics)
    {
        long[] durations = DurationHistogram.NewCounts();
        statistics.Durations.AddTo(durations);
        return new(statistics.Succeeded + statistics.Failed, statistics.Faults, statistics.Refused, durations);
    }

    public CallFigures Plus(CallFigures other) => Combine(other, 1);

    public CallFigures Minus(CallFigures other) => Combine(other, -1);

    private CallFigures Combine(CallFigures other, int sign)
    {
        long[] durations = [.. Durations];
        for (int i = 0; i < durations.Length; i++)
        {
            durations[i] += sign * other.Durations[i];
        }

        return new(Calls + (sign * other.Calls), Faults + (sign * other.Faults), Refused + (sign * other.Refused), durations);
    }
}
