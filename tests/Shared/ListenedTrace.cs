using System.Diagnostics;

namespace Navo.Integrations.Tests;

/// <summary>Listens to our activities within one trace, so that tests beside it do not mix in.</summary>
internal sealed class ListenedTrace : IDisposable
{
    private readonly List<Activity> _ended = [];
    private readonly ActivityListener _listener;

    public ListenedTrace()
    {
        Root = new Activity("test").Start();
        _listener = new()
        {
            ShouldListenTo = static source => source.Name.StartsWith("Navo.Integrations.", StringComparison.Ordinal),
            Sample = (ref ActivityCreationOptions<ActivityContext> options) => options.TraceId == Root.TraceId ? ActivitySamplingResult.AllData : ActivitySamplingResult.None,
            ActivityStopped = activity =>
            {
                lock (_ended)
                {
                    _ended.Add(activity);
                }
            },
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public Activity Root { get; }

    /// <summary>The activities of a source that ended, in that order.</summary>
    public Activity[] Ended(string source)
    {
        lock (_ended)
        {
            return [.. _ended.Where(activity => activity.TraceId == Root.TraceId && activity.Source.Name == source)];
        }
    }

    public void Dispose()
    {
        _listener.Dispose();
        Root.Dispose();
    }
}
