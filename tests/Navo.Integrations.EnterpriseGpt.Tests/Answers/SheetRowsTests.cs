using Microsoft.Extensions.DependencyInjection;
using Navo.Integrations.Abstractions;
using Navo.Integrations.EnterpriseGpt.Internal.Answers;
using Navo.Integrations.EnterpriseGpt.Tests.Simulated;
using Navo.Integrations.Testing.InMemory;

namespace Navo.Integrations.EnterpriseGpt.Tests.Answers;

/// <summary>A citation of a spreadsheet names the rows that were quoted, as far as they follow from the cells that the extraction names.</summary>
public sealed class SheetRowsTests
{
    private const string Headed = "| Harbour | Berths |\n| --- | --- |\n| Bergen | 9 |\n| Lisbon | 14 |\n| Odessa | 30 |";
    private const string Headless = "|  |  |\n| --- | --- |\n| Bergen | 9 |\n| Lisbon | 14 |";
    private const string Continued = "| Bergen | 9 |\n| Lisbon | 14 |";

    [Theory]
    [InlineData(Headed, "A1:B4", "Lisbon | 14", "Ports!A3:B3")]
    [InlineData(Headed, "C7:E10", "Lisbon | 14", "Ports!C9:E9")]
    [InlineData(Headed, "A1:B4", "Harbour", "Ports!A1:B1")]
    [InlineData(Headed, "A1:B4", "Bergen | 9 |\n| Lisbon", "Ports!A2:B3")]
    [InlineData(Headed, "A1:B4", "30", "Ports!A4:B4")]
    [InlineData(Headless, "A5:B6", "Bergen", "Ports!A5:B5")]
    [InlineData(Continued, "A101:B102", "Lisbon", "Ports!A102:B102")]
    [InlineData("| Bergen |\n| Lisbon |", "D3:D4", "Lisbon", "Ports!D4")]
    [InlineData(Headed, "A1:B5", "Lisbon", "Ports!A1:B5")]
    [InlineData(Headed, "no range", "Lisbon", "Ports!no range")]
    public void The_row_of_a_quote_is_counted_from_the_top_of_its_table_or_the_table_is_named(string table, string range, string quote, string expected)
    {
        string markdown = $"## Ports\n\n{table}\n\nA note.";
        SheetRows rows = new(Content(markdown, new ContentCells(10, table.Length, "Ports", range)));

        Assert.Equal(expected, rows.Of([Span(markdown, quote)]));
        Assert.Equal(expected, rows.Of([Span(markdown, quote), Span(markdown, quote)]));
        Assert.Null(rows.Of([Span(markdown, quote), Span(markdown, "A note.")]));
    }

    [Fact]
    public void Quotes_of_several_rows_are_the_range_over_them_and_those_of_several_tables_none()
    {
        string markdown = $"{Headed}\n\n{Continued}";
        SheetRows rows = new(Content(markdown, new ContentCells(0, Headed.Length, null, "A1:B4"), new ContentCells(Headed.Length + 2, Continued.Length, null, "A9:B10")));

        Assert.Equal("A2:B4", rows.Of([Span(markdown, "30"), Span(markdown, "Bergen")]));
        Assert.Null(rows.Of([new(0, 5), new(markdown.Length - 5, 5)]));
        Assert.Null(rows.Of([]));
    }

    [Fact]
    public async Task Row085_a_citation_of_a_spreadsheet_says_which_row()
    {
        InMemoryIntegration origin = new();
        string markdown = $"## Ports\n\n{Headed}";
        KnowledgeContent book = origin.Add("ports", "Ports.xlsx", markdown, Audience.Everyone);
        origin.Add(book with { Cells = [new(10, Headed.Length, "Ports", "A4:B7")] }, Audience.Everyone);
        ServiceCollection services = new();
        services.AddLogging();
        services.AddNavoIntegrations().AddIntegration<IIntegration>(origin.Name, _ => origin).AddKnowledgeAssistant(o => o.ExtractiveSentences = 1);
        await using ServiceProvider provider = services.BuildServiceProvider();

        KnowledgeAnswer answer = await provider.GetRequiredService<IKnowledgeAssistant>().AskAsync(new("Which of the ports is Lisbon?"), SimulatedGpt.Ada, SimulatedGpt.Token);

        Citation citation = Assert.Single(answer.Citations);
        Assert.Contains("14", Assert.Single(citation.Quotes).Text, StringComparison.Ordinal);
        Assert.Equal("Ports!A6:B6", citation.Location);
    }

    private static TextSpan Span(string text, string part) => new(text.IndexOf(part, StringComparison.Ordinal), part.Length);

    private static KnowledgeContent Content(string markdown, params ContentCells[] cells) => new()
    {
        Metadata = new() { Id = new("1"), Source = new("memory"), Title = "Ports.xlsx", Kind = ContentKind.Document, Status = ContentStatus.Current, Container = new("x"), Version = "1" },
        Markdown = markdown,
        PlainText = markdown,
        SourceVersion = "1",
        Cells = cells,
    };
}
