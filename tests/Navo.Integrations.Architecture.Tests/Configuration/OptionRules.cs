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
        string[] messages = [.. Rules.Where(rule => rule.Key.IsMatch(key) && (rule.Names(declaring) || rule.Names(root.Name))).SelectMany(static rule => rule.Messages).Distinct(StringComparer.Ordinal)];
        return messages.Length > 0 ? string.Join("; ", messages)
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
            select new Rule(new Regex($"^{key}$", RegexOptions.NonBacktracking), messages, source);
    }

    /// <summary>The keys that an expression stands for, as patterns: where it is a parameter, what the callers within the file give for it.</summary>
    private static string[] Keys(ExpressionSyntax key, SyntaxNode at, InvocationExpressionSyntax[] calls) => key switch
    {
        LiteralExpressionSyntax literal => [Regex.Escape(literal.Token.ValueText)],
        InvocationExpressionSyntax { ArgumentList.Arguments: [var argument] } call when NameOf(call) == "nameof" => [argument.ToString().Split('.')[^1]],
        InterpolatedStringExpressionSyntax text => text.Contents.Aggregate<InterpolatedStringContentSyntax, string[]>([string.Empty], (keys, part) => [.. keys.SelectMany(_ => Parts(part, at, calls), string.Concat)]),
        IdentifierNameSyntax name => Given(name.Identifier.Text, at, calls),
        _ => [],
    };

    private static string[] Parts(InterpolatedStringContentSyntax part, SyntaxNode at, InvocationExpressionSyntax[] calls) => part switch
    {
        InterpolatedStringTextSyntax text => [Regex.Escape(text.TextToken.ValueText)],
        InterpolationSyntax hole when Keys(hole.Expression, at, calls) is { Length: > 0 } keys => keys,
        _ => ["[^:]+"],
    };

    private static string[] Given(string name, SyntaxNode at, InvocationExpressionSyntax[] calls)
    {
        MethodDeclarationSyntax method = at.FirstAncestorOrSelf<MethodDeclarationSyntax>()!;
        int parameter = method.ParameterList.Parameters.IndexOf(p => p.Identifier.Text == name);
        return parameter < 0 ? [] : [.. calls
            .Where(call => NameOf(call) == method.Identifier.Text && call.ArgumentList.Arguments.Count > parameter)
            .SelectMany(call => Keys(call.ArgumentList.Arguments[parameter].Expression, call, calls))
            .Distinct(StringComparer.Ordinal)];
    }

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

    private sealed record Rule(Regex Key, string[] Messages, string File)
    {
        public bool Names(string type) => File.Contains(type, StringComparison.Ordinal);
    }
}
