using System.Buffers.Binary;
using Navo.Integrations.Core.Sync;

namespace Navo.Integrations.Core.Tests.Sync;

/// <summary>Records of the inventory's file: what was written is read, and what is not whole is none.</summary>
public sealed class InventoryRecordTests
{
    private static readonly InventoryRecord Item = new(new("page 1 — Ä"), new("Räume", ulong.MaxValue, 2, 3, int.MaxValue));
    private static readonly InventoryRecord Gone = new(new("x"), null);

    [Fact]
    public void What_was_written_is_read()
    {
        foreach (InventoryRecord record in new[] { Item, Gone, new(new("y"), new(string.Empty, 1, 2, 3, 4)) })
        {
            byte[] bytes = record.ToBytes();
            Assert.Equal(record, InventoryRecord.Read(bytes, out int length));
            Assert.Equal(bytes.Length, length);
            Assert.Equal(record, InventoryRecord.Read([.. bytes, 1, 2, 3], out length));
            Assert.Equal(bytes.Length, length);
        }
    }

    [Fact]
    public void What_is_cut_off_or_damaged_anywhere_is_none()
    {
        foreach (InventoryRecord record in new[] { Item, Gone })
        {
            byte[] bytes = record.ToBytes();
            for (int i = 0; i < bytes.Length; i++)
            {
                Assert.Null(InventoryRecord.Read(bytes.AsSpan(0, i), out int cut));
                byte[] damaged = [.. bytes];
                damaged[i] ^= 0x10;
                Assert.Null(InventoryRecord.Read(damaged, out int length));
                Assert.Equal((0, 0), (cut, length));
            }
        }
    }

    [Theory]
    [InlineData(0, 0)]          // an item without an id
    [InlineData(-1, 0)]
    [InlineData(1, 27)]         // marks that are too short
    public void What_was_written_whole_and_makes_no_sense_is_none(int idLength, int marks)
    {
        byte[] body = new byte[4 + Math.Max(0, idLength) + marks];
        BinaryPrimitives.WriteInt32LittleEndian(body, idLength);
        Assert.Null(InventoryRecord.Read(Framed(body), out _));
    }

    [Fact]
    public void A_record_is_eight_kilobytes_at_most()
    {
        Assert.NotNull(InventoryRecord.Read(Framed(Body(8192)), out _));
        Assert.Null(InventoryRecord.Read(Framed(Body(8193)), out _));

        static byte[] Body(int length)
        {
            byte[] body = new byte[length];
            body.AsSpan().Fill((byte)'x');
            BinaryPrimitives.WriteInt32LittleEndian(body, 5);
            return body;
        }
    }

    [Fact]
    public void The_form_is_that_of_files_that_exist_already() =>
        Assert.Equal("0600000000B06FB0020000006162", Convert.ToHexString(new InventoryRecord(new("ab"), null).ToBytes()));

    /// <summary>Length and checksum (FNV-1a) before a body.</summary>
    private static byte[] Framed(byte[] body)
    {
        uint hash = 2166136261;
        foreach (byte one in body)
        {
            hash = unchecked((hash ^ one) * 16777619);
        }

        byte[] framed = new byte[8 + body.Length];
        BinaryPrimitives.WriteInt32LittleEndian(framed, body.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(framed.AsSpan(4), hash);
        body.CopyTo(framed, 8);
        return framed;
    }
}
