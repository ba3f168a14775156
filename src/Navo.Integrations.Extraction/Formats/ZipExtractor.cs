using System.Globalization;
using System.IO.Compression;
using Navo.Integrations.Extraction.Internal;

namespace Navo.Integrations.Extraction.Formats;

/// <summary>Reads archives: a listing, then the text of each file in it. Names are shown and never used as paths.</summary>
internal sealed class ZipExtractor : IFormatExtractor
{
    public IReadOnlyList<string> MediaTypes { get; } = [Internal.MediaTypes.Zip];

    public async ValueTask ExtractAsync(DocumentInput input, DocumentWriter output, CancellationToken cancellationToken)
    {
        using ArchiveReader archive = new(input.Content, input.Meter);
        ZipArchiveEntry[] files = [.. archive.Entries.Where(entry => !entry.FullName.EndsWith('/'))];
        output.Table([["Name", "Bytes", "Modified"], .. files.Select(Row)]);
        foreach (ZipArchiveEntry file in files)
        {
            if (file.IsEncrypted)
            {
                output.Lose("part:encrypted", "A file in the archive is protected by a password.");
                continue;
            }

            using Stream content = archive.Open(file);
            await input.ExtractPartAsync(file.FullName, mediaType: null, content, output, cancellationToken).ConfigureAwait(false);
        }
    }

    private static string[] Row(ZipArchiveEntry file) =>
    [
        file.FullName,
        file.Length.ToString(CultureInfo.InvariantCulture),
        file.LastWriteTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
    ];
}
