using System.Security.Cryptography;
using System.Text;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Federation;

/// <summary>Where the next page goes on within one source.</summary>
internal sealed record SourcePosition
{
    /// <summary>How often in a row a source may fail before it is given up.</summary>
    public const int MostTries = 3;

    public static SourcePosition Start { get; } = new();

    /// <summary>The source's own continuation of the first of its pages that still has hits to give; null for its first page.</summary>
    public string? Continuation { get; init; }

    /// <summary>How many hits came before that page.</summary>
    public int Base { get; init; }

    /// <summary>The hits from that page on that were given already.</summary>
    public IReadOnlySet<ulong> Taken { get; init; } = new HashSet<ulong>();

    /// <summary>How often it failed since it last answered.</summary>
    public int Tries { get; init; }

    /// <summary>What it was given up for; null while it goes on.</summary>
    public SourceStatus? Lost { get; init; }

    public bool IsTaken(ContentId id) => Taken.Count > 0 && Taken.Contains(Mark(id));

    public static ulong Mark(ContentId id) => BitConverter.ToUInt64(SHA256.HashData(Encoding.UTF8.GetBytes(id.Value)));

    /// <summary>The position after a failure.</summary>
    public SourcePosition AfterFailure(SourceStatus status, bool isTransient) =>
        !isTransient || Tries + 1 >= MostTries ? Start with { Lost = status } : this with { Tries = Tries + 1 };
}
