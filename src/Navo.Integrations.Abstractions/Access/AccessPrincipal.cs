namespace Navo.Integrations.Abstractions;

/// <summary>Somebody named by a clause of an <see cref="AccessPolicy"/>.</summary>
/// <param name="Kind">What it stands for.</param>
/// <param name="Id">Its id; <c>default</c> for <see cref="AccessPrincipalKind.EveryoneSignedIn"/> and <see cref="AccessPrincipalKind.Anonymous"/>.</param>
public readonly record struct AccessPrincipal(AccessPrincipalKind Kind, PrincipalId Id = default)
{
    /// <summary>Anybody, signed in or not.</summary>
    public static AccessPrincipal Anonymous { get; } = new(AccessPrincipalKind.Anonymous);

    /// <summary>Everybody who is signed in.</summary>
    public static AccessPrincipal EveryoneSignedIn { get; } = new(AccessPrincipalKind.EveryoneSignedIn);

    /// <summary>The principal as a token of an index.</summary>
    /// <returns>For example <c>user:atlassian:5b10ac8d</c>, <c>group:confluence-group:hr</c>, <c>everyone-signed-in</c> or <c>anonymous</c>.</returns>
    public override string ToString() => Kind switch
    {
        AccessPrincipalKind.User => $"user:{Id}",
        AccessPrincipalKind.Group => $"group:{Id}",
        AccessPrincipalKind.SiteGroup => $"site-group:{Id}",
        AccessPrincipalKind.Application => $"application:{Id}",
        AccessPrincipalKind.EveryoneSignedIn => "everyone-signed-in",
        _ => "anonymous",
    };
}
