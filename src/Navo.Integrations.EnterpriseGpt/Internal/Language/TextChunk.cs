namespace Navo.Integrations.EnterpriseGpt.Internal.Language;

/// <summary>Consecutive pieces that go to the model in one call.</summary>
internal sealed record TextChunk(IReadOnlyList<TextPiece> Pieces)
{
    public int Start => Pieces[0].Start;

    public int End => Pieces[^1].End;
}
