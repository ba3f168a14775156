namespace Navo.Integrations.SharePoint.Tests.Queries;

/// <summary>A word, a phrase, or a restriction of a property, as the parser of the tests reads it; the property is empty for free text.</summary>
internal sealed record KqlAtom(string Property, string Comparison, string Value, bool IsPrefix = false)
{
    public override string ToString() => $"<{Property}{Comparison}{Value}{(IsPrefix ? "*" : string.Empty)}>";
}
