namespace Navo.Integrations.Testing.OpenAi;

/// <summary>A key that is valid.</summary>
/// <param name="Id">Its id, which usage and recorded requests name.</param>
/// <param name="Secret">What the Authorization header carries.</param>
/// <param name="ProjectId">The project it is bound to; null for an admin key, which is bound to none.</param>
public sealed record OpenAiApiKey(string Id, string Secret, string? ProjectId)
{
    /// <summary>Whether it opens the addresses below <c>organization/</c>, and no others.</summary>
    public bool IsAdmin => ProjectId is null;

    /// <summary>The id alone: a key that is printed shows no secret.</summary>
    /// <returns>The id.</returns>
    public override string ToString() => Id;
}
