using System.Text.RegularExpressions;

namespace Navo.Integrations.Core.Configuration;

/// <summary>Puts the values of environment variables in the place of <c>${NAME}</c>; <c>$${</c> stands for a literal <c>${</c>.</summary>
internal sealed partial class Placeholders(Func<string, string?> environment)
{
    /// <summary>Expands a text once: what a variable holds is taken as it is.</summary>
    public string Expand(string text, string path) => Pattern().Replace(text, match => Value(match, path));

    private string Value(Match match, string path)
    {
        if (match.ValueSpan.SequenceEqual("$${"))
        {
            return "${";
        }

        Group name = match.Groups["name"];
        if (!name.Success)
        {
            throw Setting.Fault(path, "holds '${' without a variable's name and '}'.", "Write ${NAME} with letters, digits and '_' only, or $${ for a literal ${.");
        }

        return environment(name.Value) is { Length: > 0 } value
            ? value
            : throw Setting.Fault(path, $"refers to ${{{name.Value}}}, which has no value.", $"Set the environment variable {name.Value}.");
    }

    [GeneratedRegex(@"\$\$\{|\$\{(?<name>[A-Za-z_][A-Za-z0-9_]*)\}|\$\{", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pattern();
}
