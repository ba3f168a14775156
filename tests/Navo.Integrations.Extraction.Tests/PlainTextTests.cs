using System.Text;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Extraction.Tests;

public sealed class PlainTextTests
{
    [Fact]
    public async Task Paragraphs_are_parted_by_blank_lines()
    {
        ExtractionOutcome outcome = await Extraction.OfAsync("One\nline *two*\n\nTwo"u8.ToArray(), "a.txt");
        Assert.Equal(ExtractionStatus.Extracted, outcome.Status);
        Assert.Equal("One\\\nline \\*two\\*\n\nTwo", outcome.Markdown);
        Assert.Equal("One\nline *two*\nTwo", outcome.PlainText);
        Assert.Equal([ExtractedBlockKind.Paragraph, ExtractedBlockKind.Paragraph], outcome.Blocks.Select(block => block.Kind));
        Assert.Equal("Two", outcome.Markdown.Substring(outcome.Blocks[1].Start, outcome.Blocks[1].Length));
    }

    [Theory]
    [InlineData("windows-1252", "Grüße aus Köln – schöne Straße, über größere Flüsse")]
    [InlineData("shift_jis", "日本語の文章です。社内規程は次のとおりです。休暇の申請は前日までに行ってください。")]
    [InlineData("gb18030", "本公司员工每年享有带薪年假。请提前提交申请，并注明休假日期和原因。")]
    [InlineData("euc-kr", "회사의 모든 직원은 매년 유급 휴가를 받을 수 있습니다. 신청은 미리 하십시오.")]
    [InlineData("windows-1251", "Правила внутреннего распорядка: отпуск согласуется с руководителем заранее.")]
    [InlineData("utf-16", "Zwölf Boxkämpfer")]
    [InlineData("utf-16BE", "Zwölf Boxkämpfer")]
    public async Task Row067_the_encoding_is_found(string encoding, string text)
    {
        Encoding chosen = CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding);
        ExtractionOutcome outcome = await Extraction.OfAsync([.. chosen.GetPreamble(), .. chosen.GetBytes(text)], "a.txt");
        Assert.Equal(text, outcome.PlainText);
    }
}
