using System.IO.Compression;
using Navo.Integrations.Extraction.Internal;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace Navo.Integrations.Extraction.Formats.Pdf;

/// <summary>A filter of the library that may not expand beyond the limits. The library decodes into memory as a whole, so a large stream is measured before.</summary>
internal sealed class PdfFilter(IFilter inner, PdfFilters owner, ExtractionMeter meter) : IFilter
{
    private const int MeasuredFrom = 16 << 10;

    public bool IsSupported => inner.IsSupported;

    public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
    {
        try
        {
            meter.Checkpoint();
            if (inner is FlateFilter && input.Length > MeasuredFrom)
            {
                Measure(input);
            }

            Memory<byte> output = inner.Decode(input, streamDictionary, filterProvider, filterIndex);
            if (inner is not FlateFilter || input.Length <= MeasuredFrom)
            {
                meter.Expand(output.Length, output.Length, Math.Max(input.Length, 1));
            }

            return output;
        }
        catch (StopExtractionException stop)
        {
            owner.Remember(stop);
            throw;
        }
    }

    private void Measure(Memory<byte> input)
    {
        using MeteredStream stream = new(new ZLibStream(new MemoryStream(input.ToArray()), CompressionMode.Decompress), meter, input.Length);
        byte[] buffer = new byte[MeasuredFrom];
        try
        {
            while (stream.Read(buffer) > 0)
            {
            }
        }
        catch (InvalidDataException)
        {
            // The library has its own way with damaged streams; what came before the damage is measured.
        }
    }
}
