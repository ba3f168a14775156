using System.Text;
using Navo.Integrations.Text;

namespace Navo.Integrations.Confluence.Tests.Resources;

public sealed class SafeFileNameTests
{
    [Theory]
    [InlineData("plan.pdf", "plan.pdf")]
    [InlineData("../../etc/passwd", "_._.._etc_passwd")]
    [InlineData("..\\..\\boot.ini", "_._.._boot.ini")]
    [InlineData("C:\\x.txt", "C__x.txt")]
    [InlineData("invoice\u202Efdp.exe", "invoicefdp.exe")]
    [InlineData("a\u0000b\r\n\tc.txt", "abc.txt")]
    [InlineData("zero\u200Bwidth\uFEFF.txt", "zerowidth.txt")]
    [InlineData("con.txt", "_con.txt")]
    [InlineData("LPT1", "_LPT1")]
    [InlineData("COM¹.log", "_COM¹.log")]
    [InlineData("console.txt", "console.txt")]
    [InlineData("", "attachment")]
    [InlineData("   ", "attachment")]
    [InlineData("..", "attachment")]
    [InlineData("///", "attachment")]
    [InlineData(".env", "_env")]
    [InlineData("trailing. . ", "trailing")]
    [InlineData("no\u00A0break.txt", "no break.txt")]
    [InlineData("q?*<>|\".txt", "q______.txt")]
    [InlineData("Übersicht 日本.xlsx", "Übersicht 日本.xlsx")]
    public void Row019_a_name_from_outside_becomes_one_segment_that_can_be_saved_anywhere(string name, string safe) => Assert.Equal(safe, SafeFileName.From(name));

    [Theory]
    [InlineData("x", 1_000)]
    [InlineData("ü", 300)]
    [InlineData("😀", 150)]
    public void Row019_a_long_name_is_cut_between_characters_and_keeps_its_extension(string character, int count)
    {
        string safe = SafeFileName.From(string.Concat(Enumerable.Repeat(character, count)) + ".docx");

        Assert.InRange(Encoding.UTF8.GetByteCount(safe), SafeFileName.MaxBytes - 4, SafeFileName.MaxBytes);
        Assert.EndsWith(".docx", safe, StringComparison.Ordinal);
        Assert.DoesNotContain('\uFFFD', safe);
    }

    [Fact]
    public void Row019_no_name_whatever_breaks_the_promise()
    {
        Random random = new(19);
        for (int round = 0; round < 5_000; round++)
        {
            string name = new([.. Enumerable.Range(0, random.Next(0, 120)).Select(_ => (char)(random.Next(3) == 0 ? random.Next(0, 128) : random.Next(0, 65_536)))]);

            string safe = SafeFileName.From(name);

            Assert.InRange(Encoding.UTF8.GetByteCount(safe), 1, SafeFileName.MaxBytes);
            Assert.Equal(-1, safe.AsSpan().IndexOfAny("/\\<>:\"|?*\0\n\u202E\u200B"));
            Assert.False(safe.EndsWith('.') || safe.EndsWith(' ') || safe.StartsWith('.') || safe.StartsWith(' '), safe);
            Assert.DoesNotContain(safe, char.IsControl);
        }
    }
}
