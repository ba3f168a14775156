namespace Navo.Integrations.Testing.Confluence;

/// <summary>
/// The authorization server of a simulated Cloud: one client, one consent of the service account, and refresh tokens that rotate. A refresh token is taken once;
/// after that it is refused with <c>invalid_grant</c>. All members are safe for concurrent use.
/// </summary>
public sealed class SimulatedOAuth
{
    private readonly Lock _gate = new();
    private readonly TimeProvider _time;
    private readonly Dictionary<string, DateTimeOffset> _accessTokens = new(StringComparer.Ordinal);
    private int _issued;
    private int _rotations;
    private string _refreshToken = RefreshTokenOf(0);

    internal SimulatedOAuth(TimeProvider time) => _time = time;

    /// <summary>The client's id.</summary>
    public string ClientId { get; } = "simulated-client";

    /// <summary>The client's secret.</summary>
    public string ClientSecret { get; } = "simulated-client-secret";

    /// <summary>The one refresh token that is accepted now. At first, the one that the consent gave.</summary>
    public string RefreshToken
    {
        get
        {
            lock (_gate)
            {
                return _refreshToken;
            }
        }
    }

    /// <summary>How long access tokens live; one hour at first.</summary>
    public TimeSpan AccessTokenLifetime { get; set; } = TimeSpan.FromHours(1);

    /// <summary>The access tokens given out so far.</summary>
    public int Issued => Volatile.Read(ref _issued);

    /// <summary>Ends all access tokens before their time, as an administrator can.</summary>
    public void EndAccessTokens()
    {
        lock (_gate)
        {
            _accessTokens.Clear();
        }
    }

    /// <summary>Spends the refresh token as another process that acts for the same consent would.</summary>
    /// <returns>The refresh token that replaces it.</returns>
    public string RotateElsewhere()
    {
        lock (_gate)
        {
            return Rotate();
        }
    }

    /// <summary>Withdraws the consent: no token is accepted any more.</summary>
    public void Revoke()
    {
        lock (_gate)
        {
            _accessTokens.Clear();
            Rotate();
        }
    }

    internal bool Knows(string? clientId, string? secret) => clientId == ClientId && secret == ClientSecret;

    internal bool Accepts(string accessToken)
    {
        lock (_gate)
        {
            return _accessTokens.TryGetValue(accessToken, out DateTimeOffset end) && _time.GetUtcNow() < end;
        }
    }

    internal string Issue()
    {
        lock (_gate)
        {
            string token = $"simulated-access-{++_issued}";
            _accessTokens[token] = _time.GetUtcNow() + AccessTokenLifetime;
            return token;
        }
    }

    /// <summary>The refresh token that replaces this one; null if this one is not in force.</summary>
    internal string? Exchange(string? refreshToken)
    {
        lock (_gate)
        {
            return refreshToken == _refreshToken ? Rotate() : null;
        }
    }

    private string Rotate() => _refreshToken = RefreshTokenOf(++_rotations);

    private static string RefreshTokenOf(int rotation) => $"simulated-refresh-{rotation}";
}
