using System.Text;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Extraction.Tests.Formats;

public sealed class CsvTests
{
    [Theory]
    [InlineData("a,b\n\"x, y\",2\n", "a.csv")]
    [InlineData("a;b\n\"x, y\";2\n", "a.csv")]
    [InlineData("a\tb\nx, y\t2\n", "a.tsv")]
    [InlineData("a|b\r\nx, y|2\r\n", "a.csv")]
    public async Task Row067_Values_become_a_table_whatever_parts_them(string csv, string name)
    {
        ExtractionOutcome outcome = await Extraction.OfAsync(Encoding.UTF8.GetBytes(csv), name);
        Assert.Equal("| a | b |\n| --- | --- |\n| x, y | 2 |", outcome.Markdown);
        Assert.Equal("a\tb\n\nx, y\t2".Replace("\n\n", "\n", StringComparison.Ordinal), outcome.PlainText.Replace("\n\n", "\n", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Row067_The_first_line_is_the_header_even_where_it_has_numbers()
    {
        string markdown = (await Extraction.OfAsync("Region;2023;2024\n5\" pipe;1;2\n"u8.ToArray(), "a.csv")).Markdown;
        Assert.StartsWith("| Region | 2023 | 2024 |\n| --- |", markdown, StringComparison.Ordinal);
        Assert.Contains("pipe | 1 | 2 |", markdown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Row067_Quoted_values_keep_line_ends_and_quotes()
    {
        ExtractionOutcome outcome = await Extraction.OfAsync("h1,h2\n\"two\nlines\",\"say \"\"hi\"\"\"\n"u8.ToArray(), "a.csv");
        Assert.Contains("| two<br>lines | say \"hi\" |", outcome.Markdown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Row068_Quotes_against_the_rules_lose_nothing_and_are_told()
    {
        ExtractionOutcome outcome = await Extraction.OfAsync("h1,h2\nsay \"hi\",2\nlast,3\n"u8.ToArray(), "a.csv");
        Assert.Contains("hi", outcome.Markdown, StringComparison.Ordinal);
        Assert.Contains("| last | 3 |", outcome.Markdown, StringComparison.Ordinal);
        Assert.Equal("csv:quotes", Assert.Single(outcome.Losses).Element);
    }

    [Fact]
    public async Task Row067_A_code_page_of_windows_is_read()
    {
        byte[] csv = CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes("Straße;Größe\nKönigsallee;über 5 m²\nMünchner Straße;für später\n");
        Assert.Contains("| Königsallee | über 5 m² |", (await Extraction.OfAsync(csv, "a.csv")).Markdown, StringComparison.Ordinal);
    }
}
