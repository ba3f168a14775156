using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Extraction.Internal;

namespace Navo.Integrations.Extraction.Formats;

/// <summary>Takes Markdown as it is, and finds its blocks and headings.</summary>
internal sealed class MarkdownExtractor : IFormatExtractor
{
    private static readonly MarkdownPipeline Reading = new MarkdownPipelineBuilder().UsePipeTables().UseYamlFrontMatter().UseTaskLists().UsePreciseSourceLocation().Build();

    public IReadOnlyList<string> MediaTypes { get; } = [Internal.MediaTypes.Markdown];

    public async ValueTask ExtractAsync(DocumentInput input, DocumentWriter output, CancellationToken cancellationToken)
    {
        using StreamReader reader = TextDecoding.Open(input);
        Write(await BoundedText.ReadAsync(reader, input.Meter, cancellationToken).ConfigureAwait(false), output);
    }

    /// <summary>Writes a text that is Markdown.</summary>
    public static void Write(string text, DocumentWriter output)
    {
        foreach (Block block in Markdown.Parse(text, Reading))
        {
            if (!block.Span.IsEmpty && block.Span.End < text.Length && block is not LinkReferenceDefinitionGroup)
            {
                string markdown = text.Substring(block.Span.Start, block.Span.Length).ReplaceLineEndings("\n");
                output.Verbatim(KindOf(block), (block as HeadingBlock)?.Level ?? 0, markdown, Markdown.ToPlainText(markdown, Reading).Trim());
            }
        }
    }

    private static ExtractedBlockKind KindOf(Block block) => block switch
    {
        HeadingBlock => ExtractedBlockKind.Heading,
        ListBlock => ExtractedBlockKind.ListItem,
        QuoteBlock => ExtractedBlockKind.Quote,
        Table => ExtractedBlockKind.Table,
        YamlFrontMatterBlock or CodeBlock => ExtractedBlockKind.Code,
        _ => ExtractedBlockKind.Paragraph,
    };
}
