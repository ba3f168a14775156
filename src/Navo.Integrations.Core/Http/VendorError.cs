namespace Navo.Integrations.Core.Http;

/// <summary>What a vendor's error body says.</summary>
/// <param name="Code">The vendor's code; null if there is none.</param>
/// <param name="Message">The vendor's message; null if there is none. It is cleaned and shortened before it is shown.</param>
public readonly record struct VendorError(string? Code, string? Message)
{
    /// <summary>What the vendor wants it to be, where the status alone would mislead.</summary>
    public VendorErrorKind Kind { get; init; }
}
