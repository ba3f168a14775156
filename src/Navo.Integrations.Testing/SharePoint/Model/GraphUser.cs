namespace Navo.Integrations.Testing.SharePoint.Model;

/// <summary>A user of the simulated directory.</summary>
/// <param name="Id">The object id.</param>
/// <param name="DisplayName">The name.</param>
/// <param name="UserPrincipalName">The name to sign in with.</param>
/// <param name="IsGuest">Whether the user is a guest of the tenant.</param>
/// <param name="IsEnabled">Whether the account may sign in.</param>
public sealed record GraphUser(string Id, string DisplayName, string UserPrincipalName, bool IsGuest = false, bool IsEnabled = true);
