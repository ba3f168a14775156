using System.Security.Cryptography;
using System.Text;

namespace Navo.Integrations.Testing.OpenAi.Model;

/// <summary>Makes ids out of names: the same for the same name.</summary>
internal static class Ids
{
    public static string Make(string prefix, string name, int length) =>
        prefix + Convert.ToHexStringLower(SHA512.HashData(Encoding.UTF8.GetBytes(name)))[..length];
}
