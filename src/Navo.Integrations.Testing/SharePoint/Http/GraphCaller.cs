namespace Navo.Integrations.Testing.SharePoint.Http;

/// <summary>Who is signed in: the application, or a user through it.</summary>
internal sealed record GraphCaller(string? UserId, bool HasClaims)
{
    private const string Application = "application";

    public bool IsApplication => UserId is null;

    /// <summary>The user's id, or a word for the application itself.</summary>
    public string Name => UserId ?? Application;
}
