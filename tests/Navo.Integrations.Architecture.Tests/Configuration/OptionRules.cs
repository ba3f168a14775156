using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Navo.Integrations.Architecture.Tests.Configuration;

/// <summary>The bounds of options: what the rules below src complain with (<c>findings.Check(…, "Http:MaxRetryAttempts", "must be 0 to 10")</c>), or a range that is an attribute.</summary>
internal static partial class OptionRules
{
    private static readonly Rule[] Rules = [.. SourceTree.Sources.Where(static s => s.Value.Contains("OptionsFindings", StringComparison.Ordinal)).SelectMany(static s => Read(s.Value))];

    /// <summary>What a key must be.</summary>
    /// <param name="key">The key within its section.</param>
    /// <param name="property">The property that it sets.</param>
    /// <param name="root">The options of the section.</param>
    /// <returns>The bounds as the message of the rule has them; null for none.</returns>
    public static string? BoundsOf(string key, PropertyInfo property, Type root)
    {
        string declaring = property.DeclaringType!.Name;
        Rule[] found = [.. Rules.Where(rule => rule.Key.IsMatch(key) && (rule.Names(declaring) || rule.Names(root.Name)))];
        Rule[] exact = [.. found.Where(rule => rule.IsOfMethodWith(declaring))];
        string[] messages = [.. (exact.Length > 0 ? exact : found).SelectMany(static rule => rule.Messages).Distinct(StringComparer.Ordinal)];
        return messages.Length > 0 ? string.Join("; or ", messages)
            : property.GetCustomAttribute<RangeAttribute>() is { } range ? $"{Number(range.Minimum)} to {Number(range.Maximum)}"
            : property.GetCustomAttribute<RequiredAttribute>() is null ? null
            : "required";
    }

    private static string Number(object value) => Convert.ToDecimal(value, CultureInfo.InvariantCulture).ToString("#,0.##", CultureInfo.InvariantCulture);

    private static IEnumerable<Rule> Read(string source)
    {
        SyntaxNode root = CSharpSyntaxTree.ParseText(source).GetRoot();
        InvocationExpressionSyntax[] calls = [.. root.DescendantNodes().OfType<InvocationExpressionSyntax>()];
        return
            from call in calls
            where NameOf(call) == "Check" && call.ArgumentList.Arguments.Count == 3
            let messages = Messages(call.ArgumentList.Arguments[2].Expression, root)
            where messages.Length > 0
            from key in Keys(call.ArgumentList.Arguments[1].Expression, call, calls)
            select new Rule(key, messages, source, call.FirstAncestorOrSelf<MethodDeclarationSyntax>()!.ToString());
    }

    /// <summary>The keys that an expression stands for: where it is a parameter, what the callers within the file give for it.</summary>
    private static IEnumerable<Regex> Keys(ExpressionSyntax key, SyntaxNode at, InvocationExpressionSyntax[] calls)
    {
        MethodDeclarationSyntax method = at.FirstAncestorOrSelf<MethodDeclarationSyntax>()!;
        int parameter = key is IdentifierNameSyntax name ? method.ParameterList.Parameters.IndexOf(p => p.Identifier.Text == name.Identifier.Text) : -1;
        return parameter >= 0
            ? calls.Where(c => NameOf(c) == method.Identifier.Text && c.ArgumentList.Arguments.Count > parameter).SelectMany(c => Keys(c.ArgumentList.Arguments[parameter].Expression, c, calls))
            : Pattern(key) is { } pattern ? [new($"^{pattern}$", RegexOptions.NonBacktracking)] : [];
    }

    private static string? Pattern(ExpressionSyntax key) => key switch
    {
        LiteralExpressionSyntax literal => Regex.Escape(literal.Token.ValueText),
        InterpolatedStringExpressionSyntax text => string.Concat(text.Contents.Select(static part => part is InterpolatedStringTextSyntax plain ? Regex.Escape(plain.TextToken.ValueText) : "[^:]+")),
        InvocationExpressionSyntax { ArgumentList.Arguments: [var argument] } nameOf when NameOf(nameOf) == "nameof" => argument.ToString().Split('.')[^1],
        _ => null,
    };

    private static string[] Messages(ExpressionSyntax message, SyntaxNode root)
    {
        ExpressionSyntax said = message is IdentifierNameSyntax name
            ? root.DescendantNodes().OfType<VariableDeclaratorSyntax>().FirstOrDefault(v => v.Identifier.Text == name.Identifier.Text)?.Initializer?.Value ?? message
            : message;
        return [.. said.DescendantNodesAndSelf(static node => node is not InterpolatedStringExpressionSyntax).OfType<LiteralExpressionSyntax>()
            .Select(static literal => Must().Match(literal.Token.ValueText)).Where(static match => match.Success).Select(static match => match.Groups[1].Value)];
    }

    private static string NameOf(InvocationExpressionSyntax call) => call.Expression is MemberAccessExpressionSyntax member ? member.Name.Identifier.Text : call.Expression.ToString();

    [GeneratedRegex("^must (?:be |have )(.+)$", RegexOptions.NonBacktracking)]
    private static partial Regex Must();

    private sealed record Rule(Regex Key, string[] Messages, string File, string Method)
    {
        public bool Names(string type) => File.Contains(type, StringComparison.Ordinal);

        public bool IsOfMethodWith(string type) => Regex.IsMatch(Method, $@"\b{type}\b", RegexOptions.NonBacktracking);
    }
}
