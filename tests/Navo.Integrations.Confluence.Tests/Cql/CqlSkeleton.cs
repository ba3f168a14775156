using System.Text;

namespace Navo.Integrations.Confluence.Tests.Queries;

/// <summary>A second, independent reading of a query: everything but the insides of its literals.</summary>
internal static class CqlSkeleton
{
    public static string Of(string query)
    {
        var skeleton = new StringBuilder();
        char quote = '\0';
        bool escaped = false;
        foreach (char c in query)
        {
            if (quote == '\0')
            {
                skeleton.Append(c);
                quote = c is '"' or '\'' ? c : '\0';
            }
            else if (escaped)
            {
                escaped = false;
            }
            else if (c == '\\')
            {
                escaped = true;
            }
            else if (c == quote)
            {
                skeleton.Append(c);
                quote = '\0';
            }
        }

        return quote == '\0' ? skeleton.ToString() : skeleton.Append("<open>").ToString();
    }

    /// <summary>The parts that <c>and</c> joins outside of all parentheses and literals.</summary>
    public static IReadOnlyList<string> TopLevelConjuncts(string query)
    {
        string skeleton = Of(query);
        int depth = 0;
        var parts = new List<string> { string.Empty };
        foreach (string word in skeleton.Replace("(", " ( ", StringComparison.Ordinal).Replace(")", " ) ", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            depth += word == "(" ? 1 : word == ")" ? -1 : 0;
            if (depth < 0)
            {
                return ["<escaped>"];
            }

            if (depth == 0 && word.Equals("and", StringComparison.OrdinalIgnoreCase))
            {
                parts.Add(string.Empty);
            }
            else
            {
                parts[^1] += word + " ";
            }
        }

        return parts.ConvertAll(part => part.Trim());
    }
}
