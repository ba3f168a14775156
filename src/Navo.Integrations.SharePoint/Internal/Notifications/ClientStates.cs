using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>
/// What a subscription carries and each of its notifications repeats. It is derived from the secret, so that every machine can prove it without a store. The first half belongs to one library; the second to
/// all of the tenant, for a notification about a subscription names no resource.
/// </summary>
/// <remarks><see href="https://learn.microsoft.com/graph/change-notifications-lifecycle-events"/>.</remarks>
internal sealed class ClientStates
{
    private const int Half = 43; // 32 bytes in base64url

    private readonly string _tenant;
    private readonly byte[][] _secrets;

    public ClientStates(SharePointOptions options)
    {
        _tenant = options.TenantId?.Trim().ToLowerInvariant() ?? string.Empty;
        _secrets = [.. new[] { options.Notifications.Secret, options.Notifications.PreviousSecret }.Select(secret => secret ?? string.Empty).Where(secret => secret.Length > 0).Select(Encoding.UTF8.GetBytes)];
        HasPrevious = !string.IsNullOrEmpty(options.Notifications.PreviousSecret);
        Mark = _secrets.Length == 0 ? string.Empty : Derive(_secrets[0], $"mark\n{_tenant}");
    }

    /// <summary>Whether there is a secret that is on its way out.</summary>
    public bool HasPrevious { get; }

    /// <summary>Tells states of now from those of another secret or tenant, in memory only.</summary>
    public string Mark { get; }

    /// <summary>The state of a library's subscription, 86 characters.</summary>
    public string Of(string driveId) => Library(_secrets[0], driveId) + Tenant(_secrets[0]);

    /// <summary>Whether a state is that of a library.</summary>
    public bool Proves(string state, string driveId) => Any(state, 0, secret => Library(secret, driveId)) && Any(state, Half, Tenant);

    /// <summary>Whether a state is that of any library here.</summary>
    public bool ProvesAny(string state) => Any(state, Half, Tenant);

    private bool Any(string state, int start, Func<byte[], string> expected)
    {
        if (state.Length != 2 * Half)
        {
            return false;
        }

        byte[] given = Encoding.UTF8.GetBytes(state, start, Half);
        bool isProven = false;
        foreach (byte[] secret in _secrets)
        {
            isProven |= CryptographicOperations.FixedTimeEquals(given, Encoding.UTF8.GetBytes(expected(secret)));
        }

        return isProven;
    }

    private string Library(byte[] secret, string driveId) => Derive(secret, $"sharepoint-subscription\n{_tenant}\n{DriveResource.Of(driveId)}");

    private string Tenant(byte[] secret) => Derive(secret, $"sharepoint-subscriptions\n{_tenant}");

    private static string Derive(byte[] secret, string text) => Base64Url.EncodeToString(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(text)));
}
