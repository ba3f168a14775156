using Navo.Integrations.Abstractions;
using StackExchange.Redis;

namespace Navo.Integrations.Redis.Internal;

/// <summary>Says with which of the family a failure of Redis is reported. What Redis or its client says is not repeated: it names hosts, keys and commands.</summary>
internal static class RedisFailure
{
    private const string ConnectionKey = "Navo:Integrations:Redis:ConnectionString";

    /// <summary>The failure; null where it is none of Redis's.</summary>
    public static IntegrationException? Of(Exception failure) => failure switch
    {
        AggregateException several => several.Flatten().InnerExceptions.Select(Of).FirstOrDefault(static known => known is not null),
        RedisServerException server => Of(CodeOf(server.Message)),
        RedisConnectionException connection when IsRefusal(connection) => Refused("NOAUTH"),
        RedisConnectionException connection => connection.InnerException is RedisServerException inner ? Of(CodeOf(inner.Message)) : Away(connection.FailureType.ToString()),
        RedisTimeoutException or TimeoutException => new IntegrationTimeoutException("Redis did not answer in time.")
        {
            Remedy = "Try again; if it happens often look at the load of Redis, or raise Navo:Integrations:Redis:Timeout.",
        },
        RedisException or ObjectDisposedException => Away(failure.GetType().Name),
        _ => null,
    };

    /// <summary>Whether Redis did not take who we say we are.</summary>
    public static bool IsRefusal(RedisConnectionException failure) => failure.FailureType is ConnectionFailureType.AuthenticationFailure;

    private static IntegrationException Of(string code) => code switch
    {
        "NOAUTH" or "WRONGPASS" or "NOPERM" => Refused(code),
        "WRONGTYPE" => new ConfigurationException("A key of ours in Redis holds something of another kind (WRONGTYPE).")
        {
            Key = "Navo:Integrations:Redis:KeyPrefix",
            Remedy = "Give a KeyPrefix that nothing else uses.",
            ErrorCode = code,
        },
        "OOM" or "MISCONF" => new UnavailableException($"Redis takes no writes ({code}).")
        {
            Remedy = "Give Redis more memory, or mend what keeps it from saving; syncs need the policy noeviction.",
            ErrorCode = code,
        },
        "LOADING" or "READONLY" or "CLUSTERDOWN" or "MASTERDOWN" or "TRYAGAIN" or "BUSY" or "NOREPLICAS" => Away(code),
        _ => new ProtocolException($"Redis refused a command ({code}).") { Remedy = "Look whether it is Redis 5 or later and lets its user run scripts.", ErrorCode = code },
    };

    private static UnavailableException Away(string why) => new($"Redis can't be reached ({why}).")
    {
        Remedy = $"Look whether Redis runs and {ConnectionKey} leads to it; what was acknowledged is kept, and a later run goes on from there.",
        ErrorCode = why,
    };

    private static ConfigurationException Refused(string code) => new($"Redis does not accept the user or the password of '{ConnectionKey}', or does not let it do what is needed ({code}).")
    {
        Key = ConnectionKey,
        Remedy = "Mend user and password; the user needs the commands of hashes, sorted sets, strings and scripts on the keys below KeyPrefix.",
        ErrorCode = code,
    };

    /// <summary>The first word, if it is one of those in capitals by which Redis names an error.</summary>
    private static string CodeOf(string message)
    {
        string first = message.Split(' ', 2)[0];
        return first.Length is > 0 and <= 20 && first.All(char.IsAsciiLetterUpper) ? first : "ERR";
    }
}
