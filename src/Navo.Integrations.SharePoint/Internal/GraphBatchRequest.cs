using Navo.Integrations.SharePoint.Api.Wire;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>One request of a batch. Only questions are batched, never changes, so that any of them may be asked again.</summary>
/// <param name="Method">GET, or POST for a question with a body.</param>
/// <param name="Path">The path below the version, with its query.</param>
/// <param name="Body">The groups of a membership check.</param>
internal sealed record GraphBatchRequest(string Method, string Path, GroupIdsDto? Body)
{
    public static GraphBatchRequest Get(string path) => new("GET", path, null);

    public static GraphBatchRequest CheckMemberGroups(string user, IReadOnlyList<string> groups) =>
        new("POST", $"/users/{Uri.EscapeDataString(user)}/checkMemberGroups", new() { GroupIds = groups });
}
