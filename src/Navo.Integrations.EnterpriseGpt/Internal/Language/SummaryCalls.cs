using System.Globalization;
using System.Text;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.EnterpriseGpt.Internal.Language;

/// <summary>Writes the calls of one summary. Instructions are the same for all parts; what varies is in the input.</summary>
internal sealed class SummaryCalls
{
    private const int LongestHeadings = 200;

    private readonly SummaryRequest _request;
    private readonly AccessContext _reader;
    private readonly int _partTokens;
    private readonly PromptTemplate _map;
    private readonly PromptTemplate _reduce;

    public SummaryCalls(SummaryRequest request, AccessContext reader, IPromptLibrary prompts, int partTokens)
    {
        _request = request;
        _reader = reader;
        _partTokens = partTokens;
        _map = prompts.Get(PromptNames.SummarizeMap);
        _reduce = prompts.Get(PromptNames.SummarizeReduce);
    }

    /// <summary>Summarizes a text: the whole, or a part whose summary is joined with others later.</summary>
    public ModelCall Map(string text, string headings, bool isFinal)
    {
        string title = PassageText.Attribute(_request.Title);
        string covers = headings.Length > 0 ? $" headings=\"{Headings(headings)}\"" : string.Empty;
        string input = $"<document title=\"{title}\"{covers}>\n{PassageText.Escape(text)}\n</document>\n{Wishes()}";
        return Call(_map, input, isFinal);
    }

    /// <summary>Joins the summaries of parts.</summary>
    public ModelCall Reduce(IReadOnlyList<(string Text, string Headings)> parts, bool isFinal)
    {
        StringBuilder input = new();
        for (int i = 0; i < parts.Count; i++)
        {
            input.Append(CultureInfo.InvariantCulture, $"<part number=\"{i + 1}\" headings=\"{Headings(parts[i].Headings)}\">\n");
            input.Append(PassageText.Escape(parts[i].Text)).Append("\n</part>\n");
        }

        return Call(_reduce, input.Append(Wishes()).ToString(), isFinal);
    }

    private ModelCall Call(PromptTemplate prompt, string input, bool isFinal)
    {
        string style = isFinal ? SummaryWording.Style(_request.Style) : SummaryWording.Notes;
        string words = isFinal ? SummaryWording.Words(_request) : SummaryWording.Words(Math.Max(1, _partTokens / 2));
        return new()
        {
            Operation = EnterpriseGptOperations.SummarizeContent.Name,
            Reader = _reader,
            Tenant = _request.Tenant,
            Instructions = prompt.RenderKnown(SummaryWording.Values(style, words, SummaryWording.Language(_request))),
            PromptVersion = prompt.VersionKey,
            Input = input,
            MaxTokens = isFinal ? null : _partTokens,
        };
    }

    private string Wishes()
    {
        string focus = _request.Focus is { } question ? PassageText.Wrap("focus", question) + "\n" : string.Empty;
        string audience = _request.Audience is { } readers ? PassageText.Wrap("audience", readers) + "\n" : string.Empty;
        return focus + audience;
    }

    private static string Headings(string text) =>
        PassageText.Attribute(text.Length <= LongestHeadings ? text : text[..TextCut.At(text, LongestHeadings)]);
}
