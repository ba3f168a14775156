namespace Navo.Integrations.Confluence;

/// <summary>What became of a link.</summary>
public enum LinkOutcome
{
    /// <summary>It was not understood; <see cref="ResolvedLink.Detail"/> says why.</summary>
    Unrecognized = 0,

    /// <summary>It leads to something that exists and that the reader may see.</summary>
    Found,

    /// <summary>What it leads to is absent, or not visible to the reader, or outside the configured spaces: these look the same.</summary>
    NotFound,

    /// <summary>It leads to another host, which is never asked.</summary>
    External,

    /// <summary>It names a person by id; that such a person exists was not checked.</summary>
    Person,

    /// <summary>It could not be found out; <see cref="ResolvedLink.Error"/> says why.</summary>
    Failed,
}
