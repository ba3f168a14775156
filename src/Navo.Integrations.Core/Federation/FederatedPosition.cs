using System.Buffers.Text;
using System.Text;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Access;

namespace Navo.Integrations.Core.Federation;

/// <summary>Where the next page goes on: when the first one was asked for, and the position within each source that is not at its end.</summary>
/// <param name="AskedAt">When the first page was asked for.</param>
/// <param name="Sources">The sources that still have something to give, and those that were given up.</param>
internal sealed record FederatedPosition(DateTimeOffset AskedAt, IReadOnlyDictionary<IntegrationName, SourcePosition> Sources)
{
    /// <summary>A continuation of a source that is longer than this is not carried.</summary>
    public const int LongestContinuation = 4096;

    private const byte Version = 1;
    private const int MostSources = 256;
    private const int MostTaken = 4096;

    /// <summary>What to pass for the next page; null if no source has more to give.</summary>
    public string? Seal(FederatedQuery query, AccessContext reader) => Sources.Values.All(source => source.Lost is not null)
        ? null
        : Continuation.Seal(Base64Url.EncodeToString(Write()), reader, QueryKeys.OfOrder(query));

    /// <summary>Reads the continuation of a query; null for the first page.</summary>
    /// <exception cref="InvalidQueryException">It belongs to another query or reader, or is none.</exception>
    public static FederatedPosition? Open(FederatedQuery query, AccessContext reader)
    {
        if (Continuation.Open(query.Continuation, reader, QueryKeys.OfOrder(query)) is not { } position)
        {
            return null;
        }

        try
        {
            return Read(Base64Url.DecodeFromChars(position));
        }
        catch (Exception failure) when (failure is FormatException or IOException or ArgumentException or ConfigurationException)
        {
            throw new InvalidQueryException("The continuation is none of a federated search.");
        }
    }

    private byte[] Write()
    {
        using MemoryStream stream = new();
        using BinaryWriter writer = new(stream, Encoding.UTF8);
        writer.Write(Version);
        writer.Write(AskedAt.UtcTicks);
        writer.Write7BitEncodedInt(Sources.Count);
        foreach ((IntegrationName name, SourcePosition source) in Sources.OrderBy(pair => pair.Key.ToString(), StringComparer.Ordinal))
        {
            writer.Write(name.ToString());
            Write(writer, source);
        }

        writer.Flush();
        return stream.ToArray();
    }

    private static void Write(BinaryWriter writer, SourcePosition source)
    {
        writer.Write((sbyte)(source.Lost is { } lost ? (int)lost : -1));
        writer.Write((byte)source.Tries);
        writer.Write7BitEncodedInt(source.Base);
        writer.Write(source.Continuation is not null);
        writer.Write(source.Continuation ?? string.Empty);
        writer.Write7BitEncodedInt(source.Taken.Count);
        foreach (ulong mark in source.Taken.Order())
        {
            writer.Write(mark);
        }
    }

    private static FederatedPosition Read(byte[] bytes)
    {
        using BinaryReader reader = new(new MemoryStream(bytes), Encoding.UTF8);
        Require(reader.ReadByte() == Version);
        DateTimeOffset askedAt = new(reader.ReadInt64(), TimeSpan.Zero);
        Dictionary<IntegrationName, SourcePosition> sources = [];
        for (int left = Count(reader, MostSources); left > 0; left--)
        {
            sources.Add(IntegrationName.Parse(reader.ReadString()), ReadSource(reader));
        }

        Require(reader.BaseStream.Position == bytes.Length);
        return new(askedAt, sources);
    }

    private static SourcePosition ReadSource(BinaryReader reader)
    {
        int lost = reader.ReadSByte();
        int tries = reader.ReadByte();
        int before = reader.Read7BitEncodedInt();
        bool hasContinuation = reader.ReadBoolean();
        string continuation = reader.ReadString();
        HashSet<ulong> taken = [];
        for (int left = Count(reader, MostTaken); left > 0; left--)
        {
            taken.Add(reader.ReadUInt64());
        }

        Require(before >= 0 && (lost < 0 || Enum.IsDefined((SourceStatus)lost)));
        return new() { Lost = lost < 0 ? null : (SourceStatus)lost, Tries = tries, Base = before, Continuation = hasContinuation ? continuation : null, Taken = taken };
    }

    private static int Count(BinaryReader reader, int most)
    {
        int count = reader.Read7BitEncodedInt();
        Require(count >= 0 && count <= most);
        return count;
    }

    private static void Require(bool holds)
    {
        if (!holds)
        {
            throw new FormatException();
        }
    }
}
