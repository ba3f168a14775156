using Microsoft.Extensions.AI;
using Navo.Integrations.Abstractions;
using Navo.Integrations.EnterpriseGpt.Internal;

namespace Navo.Integrations.EnterpriseGpt;

/// <summary>Hands Enterprise GPT out as an <see cref="IChatClient"/> of Microsoft.Extensions.AI.</summary>
public static class EnterpriseGptChatClientExtensions
{
    /// <summary>A chat client for one reader, with this package's budgets, limits, privacy and fallbacks.</summary>
    /// <param name="client">Enterprise GPT.</param>
    /// <param name="reader">On whose behalf all its calls are made.</param>
    /// <param name="tenant">Whose budget they count to; null for none.</param>
    /// <returns>
    /// The chat client. It takes text messages, <c>Instructions</c>, <c>ModelId</c>, <c>Temperature</c>, <c>MaxOutputTokens</c> and a JSON schema as the format of the answer. Anything else
    /// that would change the answer, such as tools, is refused with <see cref="InvalidQueryException"/> rather than left out.
    /// </returns>
    /// <remarks><see href="https://learn.microsoft.com/dotnet/ai/ichatclient"/>.</remarks>
    public static IChatClient AsChatClient(this IEnterpriseGptClient client, AccessContext reader, string? tenant = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(reader);
        return new EnterpriseGptChatClient(client, reader, tenant);
    }
}
