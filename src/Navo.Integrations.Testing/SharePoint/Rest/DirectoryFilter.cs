using Navo.Integrations.Testing.SharePoint.Http;
using Navo.Integrations.Testing.SharePoint.Model;

namespace Navo.Integrations.Testing.SharePoint.Rest;

/// <summary>The filters on users that are played: one comparison with <c>eq</c>, <c>startswith</c>, or one list with <c>in</c>.</summary>
internal sealed class DirectoryFilter
{
    private readonly Func<string, bool> _isMatch;
    private readonly string? _property;

    private DirectoryFilter(string? property, Func<string, bool> isMatch) => (_property, _isMatch) = (property, isMatch);

    public static DirectoryFilter Parse(string? filter)
    {
        if (filter is null)
        {
            return new(null, _ => true);
        }

        if (filter.StartsWith("startswith(", StringComparison.Ordinal) && filter[11..^1].Split(',', 2) is [var name, var start])
        {
            string beginning = Text(start);
            return new(name.Trim(), value => value.StartsWith(beginning, StringComparison.OrdinalIgnoreCase));
        }

        string[] words = filter.Split(' ', 3, StringSplitOptions.RemoveEmptyEntries);
        string[] values = words switch
        {
            [_, "eq", var value] => [Text(value)],
            [_, "in", ['(', .. var list, ')']] => [.. list.Split(',').Select(Text)],
            _ => throw Unsupported(),
        };
        return new(words[0], value => values.Contains(value, StringComparer.OrdinalIgnoreCase));
    }

    public bool Matches(GraphUser user) => _property is null || _isMatch(_property switch
    {
        "id" => user.Id,
        "displayName" => user.DisplayName,
        "userPrincipalName" or "mail" => user.UserPrincipalName,
        "userType" => user.IsGuest ? "Guest" : "Member",
        _ => throw Unsupported(),
    });

    private static string Text(string literal) => literal.Trim() is ['\'', .. var text, '\''] ? text.Replace("''", "'", StringComparison.Ordinal) : throw Unsupported();

    private static GraphError Unsupported() => new(400, "Request_UnsupportedQuery", "Unsupported or invalid query filter clause specified for the resource 'User'.");
}
