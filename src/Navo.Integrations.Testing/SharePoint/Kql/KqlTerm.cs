namespace Navo.Integrations.Testing.SharePoint.Kql;

/// <summary>A node of a query: words, a restriction, or nodes joined.</summary>
internal abstract record KqlTerm
{
    /// <summary>Words of the text, a phrase, or the beginning of a word.</summary>
    internal sealed record Words(string Text, bool IsPhrase, bool IsPrefix) : KqlTerm;

    /// <summary>A property, an operator and a value.</summary>
    internal sealed record Restriction(string Property, string Operator, string Value, bool IsPrefix) : KqlTerm;

    /// <summary>Both.</summary>
    internal sealed record And(KqlTerm Left, KqlTerm Right) : KqlTerm;

    /// <summary>Either.</summary>
    internal sealed record Or(KqlTerm Left, KqlTerm Right) : KqlTerm;

    /// <summary>Not.</summary>
    internal sealed record Not(KqlTerm Inner) : KqlTerm;
}
