using System.Security.Cryptography;
using System.Text;

namespace Navo.Integrations.Testing.OpenAi.Model;

/// <summary>Vectors of unit length out of words: each word adds to two places that its hash tells, so that texts with the same words lie close.</summary>
internal static class Embedder
{
    public static float[] Embed(string text, int dimensions)
    {
        float[] vector = new float[dimensions];
        foreach (string word in Words.Of(text).DefaultIfEmpty(text))
        {
            byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(word));
            vector[BitConverter.ToUInt32(hash, 0) % (uint)dimensions] += (hash[8] & 1) == 0 ? 1 : -1;
            vector[BitConverter.ToUInt32(hash, 4) % (uint)dimensions] += (hash[9] & 1) == 0 ? 1 : -1;
        }

        float length = MathF.Sqrt(vector.Sum(v => v * v));
        return length == 0 ? [1, .. new float[dimensions - 1]] : [.. vector.Select(v => v / length)];
    }
}
