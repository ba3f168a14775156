namespace Navo.Integrations.Abstractions;

/// <summary>On whose behalf a call is made: a user, or the service itself, said outright.</summary>
public sealed record AccessContext
{
    private AccessContext(PrincipalId? user)
    {
        User = user;
        Key = user is { } id ? $"user:{id}" : "service";
    }

    /// <summary>The service itself, with all that its credentials may see. Never show what it reads to a user without a check.</summary>
    public static AccessContext Service { get; } = new(user: null);

    /// <summary>The user; null for the service itself.</summary>
    public PrincipalId? User { get; }

    /// <summary>Whether the call is made for the service itself.</summary>
    public bool IsService => User is null;

    /// <summary>Identifies the reader within caches and audit records; equal only for the same reader.</summary>
    public string Key { get; }

    /// <summary>
    /// Whether the call may be answered with what is past its lifetime while the source is down; such an answer says so in <see cref="ResultOrigin.IsStale"/>. True by default; with false the failure
    /// reaches the caller: <c>reader with { AllowStale = false }</c>. Answers within their lifetime are not concerned.
    /// </summary>
    public bool AllowStale { get; init; } = true;

    /// <summary>A user, who sees only what the source lets that user see.</summary>
    /// <param name="user">The user's id in the source's own system.</param>
    /// <returns>The context.</returns>
    /// <exception cref="InvalidQueryException"><paramref name="user"/> is <c>default</c>.</exception>
    public static AccessContext ForUser(PrincipalId user) =>
        user == default ? throw new InvalidQueryException("A reader needs an id; AccessContext.Service stands for the service itself.") : new(user);

    /// <summary>The reader as text.</summary>
    /// <returns><see cref="Key"/>.</returns>
    public override string ToString() => Key;
}
