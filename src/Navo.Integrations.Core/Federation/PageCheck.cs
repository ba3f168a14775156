using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Federation;

/// <summary>Whether a source's page keeps to its contract. One that does not is that source's failure: further on it would be everybody's.</summary>
internal static class PageCheck
{
    /// <exception cref="ProtocolException">Something of the page is missing.</exception>
    public static SearchPage Require(SearchPage? page) =>
        page is not { Hits: not null, Omitted: not null } ? throw new ProtocolException("The integration gave a page without hits or without what it left out.")
        : page.Hits.Any(static hit => hit is not { Title: not null, Highlights: not null } || hit.Id == default) ? throw new ProtocolException("The integration gave a hit without an id or a title.")
        : page;
}
