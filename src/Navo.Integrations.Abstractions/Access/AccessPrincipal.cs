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
}
