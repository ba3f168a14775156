namespace Navo.Integrations.Markup;

/// <summary>A kind of emphasis: its Markdown sign, and the HTML tag that says the same where the sign would not be read.</summary>
internal sealed record InlineMark(string Sign, string Tag)
{
    public static readonly InlineMark Strong = new("**", "strong");
    public static readonly InlineMark Emphasis = new("*", "em");
    public static readonly InlineMark Strike = new("~~", "del");
    public static readonly InlineMark Underline = new("<u>", "u");
    public static readonly InlineMark Sub = new("<sub>", "sub");
    public static readonly InlineMark Sup = new("<sup>", "sup");

    public string OpeningTag => $"<{Tag}>";

    public string ClosingTag => $"</{Tag}>";

    /// <summary>Whether Markdown has no sign for it.</summary>
    public bool IsTag => Sign[0] == '<';
}
