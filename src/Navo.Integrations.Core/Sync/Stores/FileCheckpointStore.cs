using System.Text;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Sync;

/// <summary>Keeps each checkpoint in a file of its own. A save goes into another file that then takes the old one's place.</summary>
/// <param name="folder">The folder; it is made if need be.</param>
public sealed class FileCheckpointStore(string folder) : ICheckpointStore
{
    private const int MaxKey = 200;

    /// <inheritdoc />
    public async ValueTask<SyncCheckpoint?> LoadAsync(string key, CancellationToken cancellationToken = default)
    {
        string path = PathOf(key);
        return File.Exists(path) ? new(await File.ReadAllTextAsync(path, cancellationToken).ConfigureAwait(false)) : null;
    }

    /// <inheritdoc />
    /// <exception cref="ConfigurationException">The file can't be written.</exception>
    public async ValueTask SaveAsync(string key, SyncCheckpoint checkpoint, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        string path = PathOf(key);
        string next = $"{path}.{Guid.NewGuid():N}.new";
        try
        {
            Directory.CreateDirectory(folder);
            await WriteAsync(next, checkpoint.ToJson(), cancellationToken).ConfigureAwait(false);
            File.Move(next, path, overwrite: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationException($"The checkpoint '{path}' can't be written ({failure.GetType().Name}).", failure) { Remedy = "Give a folder that the process may write and that has room." };
        }
        finally
        {
            if (File.Exists(next))
            {
                File.Delete(next);
            }
        }
    }

    private static async Task WriteAsync(string path, string json, CancellationToken cancellationToken)
    {
        FileStream stream = new(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        await using (stream.ConfigureAwait(false))
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes(json), cancellationToken).ConfigureAwait(false);
            stream.Flush(flushToDisk: true);
        }
    }

    /// <summary>Keys are the caller's; a name of a file is made of their hash, with what is legible in front.</summary>
    private string PathOf(string key)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        string legible = key.Length <= MaxKey
            ? new([.. key.Where(char.IsAsciiLetterOrDigit).Take(40)])
            : throw new InvalidQueryException($"The key of a checkpoint has at most {MaxKey} characters.");
        return Path.Combine(folder, $"{legible}-{SyncHash.Of(key):x16}.checkpoint.json");
    }
}
