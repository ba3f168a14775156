using System.ComponentModel;
using Microsoft.Extensions.AI;
using Navo.Integrations.Abstractions;
using Navo.Integrations.ExtensionsAI.Internal;

namespace Navo.Integrations.ExtensionsAI;

/// <summary>The company's knowledge as functions that a model may call.</summary>
public static class KnowledgeFunctions
{
    private const int DefaultLimit = 8;

    /// <summary>A function <c>search_knowledge</c> that searches all sources on behalf of one reader. Make one for each request: whoever calls it reads with that reader's rights.</summary>
    /// <param name="search">The search.</param>
    /// <param name="reader">On whose behalf.</param>
    /// <returns>The function. It takes <c>query</c> and <c>limit</c> (1 to <see cref="FederatedQuery.MaxLimit"/>) and gives hits with excerpts and addresses, and the names of sources that did not answer in full.</returns>
    /// <exception cref="AuthenticationException">The reader is the service itself: what it may see is not for a model.</exception>
    public static AIFunction CreateSearch(IFederatedSearch search, AccessContext reader)
    {
        ArgumentNullException.ThrowIfNull(search);
        ArgumentNullException.ThrowIfNull(reader);
        AccessContext known = Required.Known(reader);
        return AIFunctionFactory.Create(
            async (
                [Description("Words to find, as plain text.")] string query,
                [Description("How many hits at most, 1 to 100.")] int? limit,
                CancellationToken token) => FoundKnowledge.Of(await search.SearchAsync(new(query) { Limit = limit ?? DefaultLimit }, known, token).ConfigureAwait(false)),
            new AIFunctionFactoryOptions
            {
                Name = "search_knowledge",
                Description = $"Searches the company's knowledge and gives items with excerpts and addresses to cite. {DataNotice.Text}",
                SerializerOptions = KnowledgeJson.Default.Options,
            });
    }
}
