using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Access;

/// <summary>Finds the id by which a source knows a reader whom another system named.</summary>
public static class LinkedReaders
{
    /// <summary>The reader's id of one of the source's own schemes. An address that nobody verified is none.</summary>
    /// <param name="linker">The linker.</param>
    /// <param name="reader">The reader.</param>
    /// <param name="schemes">The schemes that the source takes, the preferred one first.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The id; null for the service, and when nobody knows it for sure.</returns>
    /// <exception cref="IntegrationException">The directory could not be asked.</exception>
    public static async ValueTask<PrincipalId?> ResolveAsync(this IIdentityLinker linker, AccessContext reader, IReadOnlyList<string> schemes, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(linker);
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(schemes);
        if (reader.User is not { } user || schemes.Contains(user.Scheme, StringComparer.Ordinal))
        {
            return reader.User;
        }

        IdentityLink? link = await linker.LinkAsync(user, schemes, cancellationToken).ConfigureAwait(false);
        return link is { Confidence: > IdentityConfidence.Claimed } sure && schemes.Contains(sure.Id.Scheme, StringComparer.Ordinal) ? sure.Id : null;
    }
}
