namespace Navo.Integrations.Core.Http;

/// <summary>Finds a vendor's code and message in the body of an error answer.</summary>
public interface IErrorBodyReader
{
    /// <summary>Reads a body.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="body">The beginning of the body, at most 64 KiB; it may be cut, empty or not JSON.</param>
    /// <returns>What was found; never throws.</returns>
    VendorError Read(int status, ReadOnlySpan<byte> body);
}
