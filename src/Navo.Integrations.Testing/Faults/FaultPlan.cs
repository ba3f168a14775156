using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Navo.Integrations.Testing.Faults;

/// <summary>
/// An ordered script of faults. The same seed and rules give the same faults: what strikes by a probability is drawn for the n-th request of a method and address, whatever
/// other requests come in between, so that calls side by side are struck the same in each run. <see cref="Replay"/> starts the script again. Safe for concurrent use.
/// </summary>
/// <param name="seed">The seed of rules with a probability.</param>
/// <param name="timeProvider">The clock on which delays pass; the system's if null.</param>
public sealed class FaultPlan(int seed = 0, TimeProvider? timeProvider = null)
{
    private readonly Lock _gate = new();
    private readonly List<Progress> _rules = [];
    private readonly TimeProvider _clock = timeProvider ?? TimeProvider.System;

    /// <summary>How many requests have been struck since the start or the last replay.</summary>
    public int Struck { get; private set; }

    /// <summary>Adds a rule at the end.</summary>
    /// <param name="rule">The rule.</param>
    /// <returns>This plan.</returns>
    public FaultPlan Add(FaultRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        lock (_gate)
        {
            _rules.Add(new Progress(rule, seed, _rules.Count));
        }

        return this;
    }

    /// <summary>Adds a rule for requests whose path and query contain a text.</summary>
    /// <param name="pathContains">The text, compared exactly; empty for every request.</param>
    /// <param name="fault">The fault.</param>
    /// <param name="times">How many requests are struck at most.</param>
    /// <param name="skip">How many of the requests concerned pass before.</param>
    /// <returns>This plan.</returns>
    public FaultPlan Add(string pathContains, Fault fault, int times = 1, int skip = 0) => Add(new FaultRule
    {
        Fault = fault,
        Path = path => path.Contains(pathContains, StringComparison.Ordinal),
        Times = times,
        Skip = skip,
    });

    /// <summary>Removes all rules.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _rules.Clear();
        }
    }

    /// <summary>Starts the script again from its first request and seed.</summary>
    public void Replay()
    {
        lock (_gate)
        {
            Struck = 0;
            foreach (var rule in _rules)
            {
                rule.Restart();
            }
        }
    }

    /// <summary>The fault that strikes the next request, or null. Each call advances the script.</summary>
    /// <param name="method">The method of the request.</param>
    /// <param name="pathAndQuery">Its path and query as sent.</param>
    public Fault? Next(string method, string pathAndQuery)
    {
        lock (_gate)
        {
            var hit = _rules.FirstOrDefault(r => r.Strikes(method, pathAndQuery));
            Struck += hit is null ? 0 : 1;
            return hit?.Fault;
        }
    }

    internal Task ApplyAsync(HttpContext http, RequestDelegate next)
    {
        var target = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        return Next(http.Request.Method, target) is { } fault ? fault.ApplyAsync(http, next, _clock) : next(http);
    }

    private sealed class Progress(FaultRule rule, int seed, int number)
    {
        private readonly Dictionary<string, int> _drawn = new(StringComparer.Ordinal);
        private int _seen;
        private int _struck;

        public Fault Fault => rule.Fault;

        public bool Strikes(string method, string pathAndQuery)
        {
            var concerned = (rule.Method is null || rule.Method.Equals(method, StringComparison.OrdinalIgnoreCase))
                && rule.Path?.Invoke(pathAndQuery) is not false;
            if (!concerned || _struck >= rule.Times || _seen++ < rule.Skip)
            {
                return false;
            }

            var strikes = rule.Probability >= 1 || Draw($"{method} {pathAndQuery}") < rule.Probability;
            _struck += strikes ? 1 : 0;
            return strikes;
        }

        public void Restart()
        {
            (_seen, _struck) = (0, 0);
            _drawn.Clear();
        }

        private double Draw(string request)
        {
            int nth = _drawn[request] = _drawn.GetValueOrDefault(request) + 1;
            return BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed} {number} {nth} {request}"))) / (double)uint.MaxValue;
        }
    }
}
