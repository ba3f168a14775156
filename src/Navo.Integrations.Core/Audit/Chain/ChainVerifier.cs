using Navo.Integrations.Core.Audit.Files;

namespace Navo.Integrations.Core.Audit.Chain;

/// <summary>Walks along a chain, line by line.</summary>
internal sealed class ChainVerifier(ChainHash hash, AuditChainHead? known)
{
    private readonly List<FileLine> _loose = [];

    /// <summary>What is known up to here.</summary>
    public AuditChainReport Report { get; private set; } = new() { Status = AuditChainStatus.Intact };

    /// <summary>Takes the next line; false when the chain is broken, and then the report says where.</summary>
    public bool Take(FileLine line)
    {
        if (ChainedLine.Read(line.Bytes) is not { } chained)
        {
            _loose.Add(line); // what it is, is told by the next one that belongs to the chain
            return true;
        }

        if (ProblemOf(chained.Mark, line, chained) is { } problem)
        {
            return Break(problem.At, problem.Text);
        }

        Report = Report with
        {
            Lines = Report.Lines + 1,
            CutLines = Report.CutLines + _loose.Count,
            FirstSequence = Report.FirstSequence ?? chained.Mark.Seq,
            Head = new(chained.Mark.Seq, chained.Mark.Hash),
        };
        _loose.Clear();
        return true;
    }

    /// <summary>There are no more lines, or none that matter: the chain is broken.</summary>
    public AuditChainReport End()
    {
        if (Report.Status == AuditChainStatus.Broken)
        {
            return Report;
        }

        if (_loose.Find(static line => !ChainedLine.IsCutShort(line.Bytes)) is { Bytes: not null } strange)
        {
            Break(strange, "The line belongs to no chain.");
        }
        else if (_loose.Count > 0)
        {
            Report = Report with { Status = AuditChainStatus.Truncated, File = _loose[0].File, Line = _loose[0].Number, Problem = "The last line is cut short." };
        }
        else if (known is { } head && (Report.Head is not { } last || last.Sequence < head.Sequence))
        {
            Report = Report with { Status = AuditChainStatus.Truncated, Problem = $"The chain ends before line {head.Sequence}, which was there once." };
        }

        return Report;
    }

    private (FileLine At, string Text)? ProblemOf(ChainMark mark, FileLine line, ChainedLine chained)
    {
        string? cut = _loose.Count == 0 ? null : hash.OfCut(_loose.Select(static loose => loose.Bytes));
        if (!chained.IsTrue(line.Bytes, hash))
        {
            return (line, "The hash is not that of the line: it was changed, or the key is another.");
        }

        if (mark.Seq > 1 && _loose.Find(static loose => !ChainedLine.IsCutShort(loose.Bytes)) is { Bytes: not null } strange)
        {
            return (strange, "The line belongs to no chain: it was changed or put in.");
        }

        if (mark.Cut != cut)
        {
            return (_loose.Count == 0 ? line : _loose[0], "The lines that belong to no chain are not those that stood here when the chain went on.");
        }

        if (Report.Head is { } head ? mark.Seq != head.Sequence + 1 || mark.Prev != head.Hash : mark.Seq == 1 && mark.Prev != ChainHash.None)
        {
            return (line, "The line does not follow the one before it: lines are missing, were put in, or changed places.");
        }

        return known is { } kept && kept.Sequence == mark.Seq && kept.Hash != mark.Hash ? (line, "The line is another than the one that was there once.") : null;
    }

    private bool Break(FileLine at, string problem)
    {
        Report = Report with { Status = AuditChainStatus.Broken, File = at.File, Line = at.Number, Problem = problem };
        return false;
    }
}
