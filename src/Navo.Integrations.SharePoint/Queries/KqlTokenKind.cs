namespace Navo.Integrations.SharePoint;

/// <summary>What a token of a raw query is.</summary>
internal enum KqlTokenKind
{
    /// <summary>A word, phrase or list of synonyms.</summary>
    Text,

    /// <summary>Text with a sign before it, or a restriction of a property.</summary>
    Condition,

    Open,
    Close,
    Not,

    /// <summary><c>AND</c> or <c>OR</c>.</summary>
    Logic,

    /// <summary><c>NEAR</c> or <c>ONEAR</c> with its distance.</summary>
    Near,

    /// <summary><c>XRANK</c> with its parameters.</summary>
    Rank,
}
