namespace Navo.Integrations.SharePoint.Internal;

/// <summary>Whose token the requests of the current flow carry: a user's within <see cref="Begin"/>, the application's otherwise.</summary>
internal static class GraphActor
{
    private static readonly AsyncLocal<GraphTokenSource?> Acting = new();

    public static GraphTokenSource? Current => Acting.Value;

    /// <summary>Acts for a user until what comes back is disposed of.</summary>
    public static IDisposable Begin(GraphTokenSource user) => Become(user);

    /// <summary>Acts for the application until what comes back is disposed of: for what must not depend on who asks.</summary>
    public static IDisposable BeginApplication() => Become(null);

    private static Ending Become(GraphTokenSource? actor)
    {
        GraphTokenSource? before = Acting.Value;
        Acting.Value = actor;
        return new Ending(before);
    }

    private sealed class Ending(GraphTokenSource? before) : IDisposable
    {
        public void Dispose() => Acting.Value = before;
    }
}
