namespace Navo.Integrations.Testing.SharePoint.Http;

/// <summary>Who is signed in: the application, or a user through it.</summary>
internal sealed record GraphCaller(string? UserId, bool HasClaims)
{
    public bool IsApplication => UserId is null;
}
