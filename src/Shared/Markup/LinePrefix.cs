namespace Navo.Integrations.Markup;

/// <summary>What begins each line within a quote, list item or heading. It changes in its place in a list.</summary>
internal struct LinePrefix(string first, string rest)
{
    /// <summary>Whether a line has begun with it.</summary>
    public bool Used { get; private set; }

    /// <summary>What a blank line begins with.</summary>
    public readonly string Blank => Used ? rest : string.Empty;

    /// <summary>What the next line begins with.</summary>
    public string Next()
    {
        string prefix = Used ? rest : first;
        Used = true;
        return prefix;
    }
}
