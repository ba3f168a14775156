using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Wire;

/// <summary>Members that an answer must have.</summary>
internal static class Required
{
    public static T Member<T>(T? value, string member)
        where T : class => value ?? throw Missing(member);

    public static T Member<T>(T? value, string member)
        where T : struct => value ?? throw Missing(member);

    private static ProtocolException Missing(string member) => new($"The answer lacks the member '{member}'.");
}
