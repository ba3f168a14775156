using Microsoft.Extensions.AI;
using Navo.Integrations.Abstractions;
using Navo.Integrations.ExtensionsAI.Internal;

namespace Navo.Integrations.ExtensionsAI;

/// <summary>Adds the company's knowledge to chat clients of Microsoft.Extensions.AI.</summary>
public static class KnowledgeChatClientExtensions
{
    /// <summary>
    /// A chat client that searches all sources for the last message of the user, adds what the reader may see as numbered passages, and turns the markers of the answer into
    /// <see cref="CitationAnnotation"/>s. Markers of nothing that was given are taken out, and links that lead to none of the passages' items are made plain text.
    /// </summary>
    /// <param name="inner">The client that is asked with the passages; disposed with the new one.</param>
    /// <param name="services">Where <see cref="IFederatedSearch"/> and <see cref="IIntegrationCatalog"/> are registered: <c>AddNavoIntegrations()</c>.</param>
    /// <param name="reader">
    /// Says for each request on whose behalf it is made. Null, and <see cref="AccessContext.Service"/>, fail the request with <see cref="AuthenticationException"/> before any source or model is asked.
    /// </param>
    /// <param name="options">How much is added; null for the defaults.</param>
    /// <returns>The client. In a pipeline: <c>builder.Use((inner, services) => inner.AsKnowledgeChatClient(services, reader))</c>, outside of what invokes functions.</returns>
    /// <remarks><see href="https://learn.microsoft.com/dotnet/ai/ichatclient"/>.</remarks>
    public static IChatClient AsKnowledgeChatClient(
        this IChatClient inner, IServiceProvider services, Func<ChatOptions?, CancellationToken, ValueTask<AccessContext?>> reader, KnowledgeChatOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(inner);
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(reader);
        KnowledgeGathering gathering = new(Required.Of<IFederatedSearch>(services), Required.Of<IIntegrationCatalog>(services), options ?? new());
        return new KnowledgeChatClient(inner, gathering, reader);
    }
}
