namespace Navo.Integrations.Markup;

/// <summary>An emphasis that is open. It is written with the first character within it, so that an empty one leaves nothing.</summary>
internal sealed class OpenMark(InlineMark mark)
{
    public InlineMark Mark { get; } = mark;

    /// <summary>Where its sign stands; negative until it is written.</summary>
    public int Start { get; set; } = -1;

    /// <summary>Whether it is written as a tag.</summary>
    public bool AsTag { get; set; } = mark.IsTag;
}
