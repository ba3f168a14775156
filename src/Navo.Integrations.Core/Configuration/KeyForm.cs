using System.Text;

namespace Navo.Integrations.Core.Configuration;

/// <summary>The forms in which one name can be written.</summary>
internal static class KeyForm
{
    /// <summary>What all forms of a name have in common: no case, no <c>_</c>, no <c>-</c>.</summary>
    public static string Normalize(string name) =>
        name.Replace("_", string.Empty, StringComparison.Ordinal).Replace("-", string.Empty, StringComparison.Ordinal).ToLowerInvariant();

    /// <summary>The snake case of a path in Pascal case: <c>Http:MaxRetryDelay</c> is <c>http:max_retry_delay</c>.</summary>
    public static string ToSnakeCase(string name)
    {
        StringBuilder text = new();
        for (int i = 0; i < name.Length; i++)
        {
            if (char.IsAsciiLetterUpper(name[i]) && i > 0 && name[i - 1] != ':')
            {
                text.Append('_');
            }

            text.Append(char.ToLowerInvariant(name[i]));
        }

        return text.ToString();
    }
}
