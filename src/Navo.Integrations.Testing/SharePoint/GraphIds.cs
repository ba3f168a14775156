using System.Security.Cryptography;
using System.Text;

namespace Navo.Integrations.Testing.SharePoint;

/// <summary>Makes ids in the forms of Graph out of names: the same for the same name.</summary>
public static class GraphIds
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>An id of the directory, a list or a page.</summary>
    /// <param name="name">The name.</param>
    /// <returns>A GUID in lower case.</returns>
    public static string Guid(string name) => new Guid(Hash(name).AsSpan(0, 16)).ToString();

    /// <summary>The id of a site: host, collection and web.</summary>
    /// <param name="host">The host.</param>
    /// <param name="collection">The name of the collection.</param>
    /// <param name="web">The name of the web; null for the top one.</param>
    /// <returns>The id.</returns>
    public static string Site(string host, string collection, string? web = null) => $"{host},{Guid($"collection {collection}")},{Guid($"web {collection}/{web}")}";

    /// <summary>The id of a drive.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The id.</returns>
    public static string Drive(string name) => $"b!{Convert.ToBase64String(Hash(name)).TrimEnd('=').Replace('+', '-').Replace('/', '_')}";

    /// <summary>The id of a file or folder.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The id.</returns>
    public static string Item(string name) => $"01{string.Concat(Hash(name).Select(b => Base32[b % 32]))}";

    private static byte[] Hash(string name) => SHA256.HashData(Encoding.UTF8.GetBytes(name));
}
