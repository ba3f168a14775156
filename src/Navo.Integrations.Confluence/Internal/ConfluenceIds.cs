using System.Text.RegularExpressions;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Access;

namespace Navo.Integrations.Confluence.Internal;

/// <summary>
/// Which ids Confluence itself gives: a number, with "att" before that of an attachment. Another spelling of the same number is none of them: it would
/// be decided and kept apart from the item that it names, and events about the item would miss it.
/// </summary>
internal static partial class ConfluenceIds
{
    public static bool IsPossible(ContentId id) => Form().IsMatch(id.Value);

    public static void Require(ContentId id)
    {
        if (!IsPossible(id))
        {
            throw ReaderGate.AbsentOrNotVisible(id);
        }
    }

    [GeneratedRegex("^(att)?[1-9][0-9]{0,18}\\z", RegexOptions.NonBacktracking)]
    private static partial Regex Form();
}
