namespace Navo.Integrations.AspNetCore.Internal;

/// <summary>Reads a body up to a bound.</summary>
internal static class BoundedBody
{
    private const int FirstBuffer = 4096;

    /// <summary>The body; null where it is longer than the bound. Never more than the bound, twice over, is held.</summary>
    public static async Task<byte[]?> ReadAsync(Stream body, int bound, CancellationToken cancellationToken)
    {
        byte[] buffer = new byte[Math.Min(FirstBuffer, bound + 1)];
        int length = 0;
        while (true)
        {
            int read = await body.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false);
            length += read;
            if (length > bound)
            {
                return null;
            }

            if (read == 0)
            {
                return buffer[..length];
            }

            if (length == buffer.Length)
            {
                Array.Resize(ref buffer, Math.Min(buffer.Length * 2, bound + 1));
            }
        }
    }
}
