namespace Navo.Integrations.Confluence.Mapping.Storage;

/// <summary>How a site makes a fragment of a heading. Neither form is promised by the vendor; both are what its pages carry.</summary>
internal enum HeadingAnchorStyle
{
    /// <summary>Cloud's current editor: the text with dashes for spaces, <c>#Getting-started</c>.</summary>
    Dashed,

    /// <summary>Data Center and Cloud's legacy editor: title and text without spaces, <c>#MyPage-Gettingstarted</c>.</summary>
    TitlePrefixed,
}
