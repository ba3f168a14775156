namespace Navo.Integrations.Core.Registration;

/// <summary>Keys as they are configured: base64.</summary>
internal static class KeyText
{
    /// <summary>The bytes of a key; null for what is no base64.</summary>
    public static byte[]? Read(string base64)
    {
        byte[] bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out int length) ? bytes[..length] : null;
    }
}
