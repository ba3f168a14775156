using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Redis.Internal;

/// <summary>What stands in our keys and is not ours.</summary>
internal static class RedisText
{
    public static ConfigurationException Foreign(string what) => new($"What Redis holds for {what} was not written by this library, or by a later version of it.")
    {
        Key = "Navo:Integrations:Redis:KeyPrefix",
        Remedy = "Give a KeyPrefix that nothing else uses, and the same version of the library to all workers.",
    };
}
