using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace Navo.Integrations.Core.Audit.Files;

/// <summary>Reads a file line by line, byte for byte, while others may write to it.</summary>
internal static class LineReader
{
    private const byte NewLine = (byte)'\n';

    public static async IAsyncEnumerable<FileLine> ReadAsync(string path, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1, useAsync: true);
        await using (file.ConfigureAwait(false))
        {
            PipeReader pipe = PipeReader.Create(file, new(leaveOpen: true));
            long number = 0;
            while (true)
            {
                ReadResult read = await pipe.ReadAsync(cancellationToken).ConfigureAwait(false);
                ReadOnlySequence<byte> rest = read.Buffer;
                while (rest.PositionOf(NewLine) is { } end)
                {
                    yield return new(path, ++number, rest.Slice(0, end).ToArray());
                    rest = rest.Slice(rest.GetPosition(1, end));
                }

                if (read.IsCompleted)
                {
                    if (!rest.IsEmpty)
                    {
                        yield return new(path, ++number, rest.ToArray());
                    }

                    yield break;
                }

                pipe.AdvanceTo(rest.Start, rest.End);
            }
        }
    }
}
