namespace Navo.Integrations.Cited;

/// <summary>A marker of citations in what a model wrote.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Numbers">What it names.</param>
internal sealed record Marker(int Start, int Length, IReadOnlyList<int> Numbers)
{
    public int End => Start + Length;
}
