using System.Text;
using Navo.Integrations.SharePoint.Internal;

namespace Navo.Integrations.SharePoint.Tests;

/// <summary>Hashes that others computed for the same bytes.</summary>
public sealed class QuickXorHashTests
{
    [Theory]
    [InlineData("", "AAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("Sg==", "SgAAAAAAAAAAAAAAAQAAAAAAAAA=")]
    public void The_hash_is_that_of_the_source(string bytes, string expected)
    {
        QuickXorHash hash = new();
        hash.Append(Convert.FromBase64String(bytes));
        Assert.Equal(expected, hash.ToString());
    }

    [Fact]
    public void The_hash_of_pieces_is_that_of_the_whole()
    {
        byte[] text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("The quick brown fox. ", 100)));
        QuickXorHash whole = new();
        whole.Append(text);
        QuickXorHash pieces = new();
        foreach (byte[] piece in text.Chunk(7))
        {
            pieces.Append(piece);
        }

        Assert.Equal(whole.ToString(), pieces.ToString());
        Assert.Equal(Testing.SharePoint.Rest.GraphJsonWriter.QuickXorHash([.. text]), whole.ToString());
    }
}
