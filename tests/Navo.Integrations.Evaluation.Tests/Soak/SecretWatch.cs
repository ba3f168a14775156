using Microsoft.Extensions.Logging;

namespace Navo.Integrations.Evaluation.Tests.Soak;

/// <summary>Reads every line that is logged, and keeps those in which a secret stands.</summary>
internal sealed class SecretWatch : ILoggerProvider
{
    private readonly List<string> _betrayals = [];
    private string[] _secrets = [];

    public long Lines { get; private set; }

    public IReadOnlyList<string> Betrayals => _betrayals;

    public void Guard(params string[] secrets) => _secrets = secrets;

    public void Look(string line)
    {
        lock (_betrayals)
        {
            Lines++;
            if (_betrayals.Count < 10 && _secrets.Any(secret => line.Contains(secret, StringComparison.Ordinal)))
            {
                _betrayals.Add(line);
            }
        }
    }

    public ILogger CreateLogger(string categoryName) => new Line(this);

    public void Dispose()
    {
    }

    private sealed class Line(SecretWatch watch) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => watch.Look($"{formatter(state, exception)} {exception}");
    }
}
