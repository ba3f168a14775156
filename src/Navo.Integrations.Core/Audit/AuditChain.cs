using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Audit.Chain;
using Navo.Integrations.Core.Audit.Files;

namespace Navo.Integrations.Core.Audit;

/// <summary>Verifies the files that <see cref="JsonLinesAuditSink"/> wrote with <see cref="AuditFileOptions.Chain"/>.</summary>
public static class AuditChain
{
    private const int Attempts = 3;

    /// <summary>Reads the files that were set aside, the oldest first, and then the file itself, and says whether all of it is as it was written. They may be written to meanwhile.</summary>
    /// <param name="path">The file, as <see cref="AuditFileOptions.Path"/> names it.</param>
    /// <param name="chainKey">The key as <see cref="AuditFileOptions.ChainKey"/> has it; null for a chain without one.</param>
    /// <param name="known">A head of an earlier report, to see that nothing up to it was taken away at the end; null if there is none.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>What holds, and the first line that does not.</returns>
    /// <exception cref="ConfigurationException"><paramref name="chainKey"/> is no base64 of 32 bytes or more.</exception>
    /// <exception cref="ArgumentException"><paramref name="path"/> is null or empty.</exception>
    /// <exception cref="IOException">A file can't be read; <see cref="FileNotFoundException"/> where there is none of them.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be read.</exception>
    public static async Task<AuditChainReport> VerifyAsync(string path, string? chainKey = null, AuditChainHead? known = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        byte[]? key = chainKey is null ? null : ChainHash.ReadKey(chainKey)
            ?? throw new ConfigurationException("The key of the audit chain must be base64 of 32 bytes or more.") { Key = "Navo:Integrations:Audit:File:ChainKey" };
        string full = Path.GetFullPath(path);
        RotatedFiles rotated = new(full);
        for (int attempt = 1; ; attempt++)
        {
            ChainVerifier verifier = new(new(key), known);
            bool wasSetAside = await ReadAsync(rotated, full, verifier, cancellationToken).ConfigureAwait(false);
            AuditChainReport report = verifier.End();
            if (report.Status == AuditChainStatus.Intact || !wasSetAside || attempt == Attempts)
            {
                return report;
            }
        }
    }

    /// <summary>Reads what was set aside, that which is set aside meanwhile too, and then the file itself.</summary>
    /// <returns>Whether the file itself may have been set aside while it was opened or read.</returns>
    private static async Task<bool> ReadAsync(RotatedFiles rotated, string full, ChainVerifier verifier, CancellationToken cancellationToken)
    {
        HashSet<string> read = new(StringComparer.Ordinal);
        while (rotated.List().FirstOrDefault(file => !read.Contains(file)) is { } next)
        {
            read.Add(next);
            if (!await TakeAsync(next, verifier, cancellationToken).ConfigureAwait(false))
            {
                return false;
            }
        }

        // A crash between setting a file aside and beginning the next leaves none under the name itself.
        if (read.Count == 0 || File.Exists(full))
        {
            await TakeAsync(full, verifier, cancellationToken).ConfigureAwait(false);
        }

        return rotated.List().Any(file => !read.Contains(file));
    }

    private static async Task<bool> TakeAsync(string file, ChainVerifier verifier, CancellationToken cancellationToken)
    {
        await foreach (FileLine line in LineReader.ReadAsync(file, cancellationToken).ConfigureAwait(false))
        {
            if (!verifier.Take(line))
            {
                return false;
            }
        }

        return true;
    }
}
