using System.IO.Compression;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Extraction.Internal;

/// <summary>A zip archive within the limits. Entries are read in memory; no name in it is ever used as a path.</summary>
internal sealed class ArchiveReader : IDisposable
{
    // What an entry takes in the directory, name included, even where names are long: more bytes than that for each are more entries.
    private const int BytesOfOddEntry = 1024;

    private readonly ZipArchive _archive;
    private readonly ExtractionMeter _meter;

    /// <summary>Opens an archive; it must be disposed.</summary>
    /// <exception cref="InvalidDataException">It is not one.</exception>
    public ArchiveReader(Stream content, ExtractionMeter meter)
    {
        _meter = meter;
        ArchiveDirectory directory = ArchiveDirectory.Find(content) ?? throw new InvalidDataException("The archive has no end.");
        meter.Entries(directory.Entries);
        meter.Entries(directory.Bytes / BytesOfOddEntry);
        content.Position = 0;
        _archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
        meter.Entries(_archive.Entries.Count);
    }

    /// <summary>The entries, in the archive's order.</summary>
    public IReadOnlyList<ZipArchiveEntry> Entries => _archive.Entries;

    /// <summary>Checks what an archive says about itself, for libraries that open it themselves.</summary>
    public static void Check(Stream content, ExtractionMeter meter)
    {
        using (var archive = new ArchiveReader(content, meter))
        {
            if (archive.Entries.Any(entry => entry.IsEncrypted))
            {
                throw new StopExtractionException(ExtractionStatus.Encrypted, "The archive is protected by a password.");
            }

            // No entry is read beyond the length that it declares.
            meter.Declared(archive.Entries.Sum(entry => entry.Length), content.Length);
        }

        content.Position = 0;
    }

    /// <summary>An entry by its name; null where there is none.</summary>
    public ZipArchiveEntry? Find(string name) => _archive.GetEntry(name);

    /// <summary>Opens an entry for reading forward.</summary>
    public Stream Open(ZipArchiveEntry entry)
    {
        _meter.Checkpoint();
        return entry.IsEncrypted
            ? throw new StopExtractionException(ExtractionStatus.Encrypted, "The archive is protected by a password.")
            : new MeteredStream(entry.Open(), _meter, entry.CompressedLength);
    }

    public void Dispose() => _archive.Dispose();
}
