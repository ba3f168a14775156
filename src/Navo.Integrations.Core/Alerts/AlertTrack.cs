using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Alerts;

/// <summary>One trouble: noticed, then raised, then about to be over. Where there is none, there is no track.</summary>
internal sealed class AlertTrack(long noticedAt, int source)
{
    /// <summary>The timestamp at which the trouble was noticed.</summary>
    public long NoticedAt => noticedAt;

    /// <summary>Who gives its figures.</summary>
    public int Source => source;

    /// <summary>The open alert; null as long as it was not raised.</summary>
    public Alert? Alert { get; set; }

    /// <summary>The timestamp since which the trouble is over; null where it goes on.</summary>
    public long? GoodSince { get; set; }

    /// <summary>The evaluation that had a figure of it last.</summary>
    public long Round { get; set; }
}
