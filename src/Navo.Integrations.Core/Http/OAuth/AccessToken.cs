namespace Navo.Integrations.Core.Http.OAuth;

/// <summary>An access token in force, with the timestamps from which it is due for renewal and over.</summary>
internal sealed record AccessToken(RequestCredential Credential, long DueAt, long EndsAt)
{
    private static readonly TimeSpan LongestLife = TimeSpan.FromDays(30);

    /// <summary>The token of an answer. Its life counts from when it was asked for; one without a life lasts until the source refuses it.</summary>
    public static AccessToken Of(OAuthTokenAnswer answer, TimeSpan refreshAhead, long askedAt, TimeProvider time)
    {
        if (answer.AccessToken is not { Length: > 0 } token)
        {
            throw OAuthFailures.Malformed("answers without an access token");
        }

        if (answer.TokenType is { Length: > 0 } type && !type.Equals("bearer", StringComparison.OrdinalIgnoreCase))
        {
            throw OAuthFailures.Malformed("gives a token of another type than bearer");
        }

        RequestCredential credential = RequestCredential.Bearer(token);
        if (answer.ExpiresIn is not > 0)
        {
            return new(credential, long.MaxValue, long.MaxValue);
        }

        double life = Math.Min(answer.ExpiresIn.Value, LongestLife.TotalSeconds);
        double ahead = Math.Min(refreshAhead.TotalSeconds, life / 2);
        return new(credential, askedAt + Ticks(life - ahead, time), askedAt + Ticks(life, time));
    }

    public bool IsDue(TimeProvider time) => time.GetTimestamp() >= DueAt;

    public bool IsOver(TimeProvider time) => time.GetTimestamp() >= EndsAt;

    /// <summary>The same token, due later: its renewal failed while it is still good.</summary>
    public AccessToken Postponed(TimeSpan pause, TimeProvider time) =>
        this with { DueAt = Math.Min(EndsAt, time.GetTimestamp() + Ticks(pause.TotalSeconds, time)) };

    private static long Ticks(double seconds, TimeProvider time) => (long)(seconds * time.TimestampFrequency);
}
