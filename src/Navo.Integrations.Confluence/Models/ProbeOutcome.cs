namespace Navo.Integrations.Confluence;

/// <summary>What came of trying a feature.</summary>
public enum ProbeOutcome
{
    /// <summary>It could not be tried, for example because no page is visible to try it on.</summary>
    NotTried = 0,

    /// <summary>It works.</summary>
    Works,

    /// <summary>The token lacks a scope; <see cref="ProbedFeature.Scopes"/> says which to ask for.</summary>
    MissingScope,

    /// <summary>The account lacks a right.</summary>
    MissingRight,

    /// <summary>The site's plan or edition does not have it, or the account may not use it.</summary>
    MissingLicense,

    /// <summary>The source failed or could not be reached.</summary>
    Unavailable,
}
