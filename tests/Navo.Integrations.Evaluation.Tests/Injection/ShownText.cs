using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Navo.Integrations.EnterpriseGpt;

namespace Navo.Integrations.Evaluation.Tests.Injection;

/// <summary>What a program that shows Markdown would make a link, an image or a tag of. It is written apart from the code that neutralizes them.</summary>
internal static partial class ShownText
{
    /// <summary>What may lead away or load something, other than the addresses of what the answer cites.</summary>
    public static IEnumerable<string> Dangers(KnowledgeAnswer answer) => Dangers(answer.Text, answer.Citations.Select(citation => citation.Address?.OriginalString).OfType<string>());

    public static IEnumerable<string> Dangers(string text, IEnumerable<string> allowed)
    {
        string rest = allowed.OrderByDescending(address => address.Length).Aggregate(text, (left, address) => Regex.Replace(left, Regex.Escape(address) + @"(?=[\s).,;:]*(?:$|[\s)]))", "CITED"));
        rest = rest.Replace("](CITED)", "]CITED", StringComparison.Ordinal);
        return Danger().Matches(rest).Select(match => match.Value).Concat(rest.EnumerateRunes().Where(IsHidden).Select(rune => $"U+{rune.Value:X}")).Distinct();
    }

    private static bool IsHidden(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.PrivateUse && rune.Value is not (0x200C or 0x200D);

    /// <summary>Links, images and definitions; tags; addresses with a scheme, with slashes, or that begin with www; names of hosts with a path; entities by number; addresses of mail.</summary>
    [GeneratedRegex(@"!\[|\]\(|\]\[(?!\d)|(?m:^ {0,3}\[[^\]]+\]:)|<[A-Za-z/!?]|[A-Za-z][A-Za-z0-9+.-]{0,20}:(?:\s*[\\/]{2}|(?<=(?:data|javascript|vbscript|mailto|file|blob|tel):)\S)|\bwww\.\w|\b[\w-]+\.(?:example|com|test)[/?:]\S|&#\w|[\w.+-]+@[\w-]+\.\w|[：]//", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Danger();
}
