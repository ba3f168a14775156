using Navo.Integrations.Testing.Faults;

namespace Navo.Integrations.Evaluation.Tests.Soak;

/// <summary>What the three simulators suffer from, minute by minute, drawn from a seed: a third of the time nothing.</summary>
internal sealed class Weather(Company company, int seed)
{
    private readonly Random _random = new(seed);
    private readonly FaultPlan[] _plans = [company.Confluence.Faults, company.Graph.Faults, company.OpenAi.Faults];

    public void Change()
    {
        Clear();
        for (int storms = _random.Next(3); storms > 0; storms--)
        {
            Break(_plans[_random.Next(_plans.Length)]);
        }
    }

    public void Clear() => Array.ForEach(_plans, static plan => plan.Clear());

    private void Break(FaultPlan plan)
    {
        bool isOutage = _random.Next(5) == 0;
        for (int rules = isOutage ? 1 : _random.Next(1, 4); rules > 0; rules--)
        {
            plan.Add(new FaultRule { Fault = Draw(), Times = int.MaxValue, Probability = isOutage ? 1 : 0.05 + (0.4 * _random.NextDouble()) });
        }
    }

    private Fault Draw() => _random.Next(16) switch
    {
        0 => Fault.Status(500),
        1 => Fault.Status(502, "<html><body>Bad gateway</body></html>", "text/html"),
        2 => Fault.Status(503),
        3 => Fault.Throttled(TimeSpan.FromSeconds(_random.Next(1, 20))),
        4 => Fault.Throttled(TimeSpan.FromHours(1)),
        5 => Fault.ConnectionReset(),
        6 => Fault.CutBody(40),
        7 => Fault.HalfClose(40),
        8 => Fault.TruncatedJson(),
        9 => Fault.Html(),
        10 => Fault.LoginPage(),
        11 => Fault.EmptyBody(),
        12 => Fault.Delay(TimeSpan.FromSeconds(_random.Next(1, 60))),
        13 => Fault.SlowBody(64, TimeSpan.FromSeconds(1)),
        14 => Fault.NoAnswer(),
        _ => Fault.Status(401),
    };
}
