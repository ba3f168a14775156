using Navo.Integrations.Abstractions;

namespace Navo.Integrations.SharePoint;

/// <summary>Refusals of raw queries: where, what, and what to do; never the text of the query.</summary>
internal static class KqlRefusal
{
    public const string Quote = "Put the word, or the whole value, within straight double quotes.";

    public static InvalidQueryException At(int position, string problem, string remedy) =>
        new($"The query {problem} at position {position}; it was refused, because the service would drop that part or read it otherwise.") { Remedy = remedy };
}
