namespace Navo.Integrations.Core.Http;

/// <summary>A credential in force, with the timestamps from which it is due for renewal and over.</summary>
internal sealed record HeldCredential(RequestCredential Credential, long DueAt, long EndsAt)
{
    private static readonly TimeSpan LongestLife = TimeSpan.FromDays(30);

    /// <summary>Its life counts from when it was asked for; one without a life lasts until the source refuses it.</summary>
    public static HeldCredential Of(IssuedCredential issued, long askedAt, TimeProvider time)
    {
        if (issued.Life is not { } given || given <= TimeSpan.Zero)
        {
            return new(issued.Credential, long.MaxValue, long.MaxValue);
        }

        double life = Math.Min(given.TotalSeconds, LongestLife.TotalSeconds);
        double ahead = Math.Min(issued.RefreshAhead.TotalSeconds, life / 2);
        return new(issued.Credential, askedAt + Ticks(life - ahead, time), askedAt + Ticks(life, time));
    }

    public bool IsDue(TimeProvider time) => time.GetTimestamp() >= DueAt;

    public bool IsOver(TimeProvider time) => time.GetTimestamp() >= EndsAt;

    /// <summary>The same, due later: its renewal failed while it is still good.</summary>
    public HeldCredential Postponed(TimeSpan pause, TimeProvider time) =>
        this with { DueAt = Math.Min(EndsAt, time.GetTimestamp() + Ticks(pause.TotalSeconds, time)) };

    private static long Ticks(double seconds, TimeProvider time) => (long)(seconds * time.TimestampFrequency);
}
