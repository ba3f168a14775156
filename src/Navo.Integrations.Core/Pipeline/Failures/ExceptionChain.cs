namespace Navo.Integrations.Core.Pipeline.Failures;

/// <summary>An exception with all its causes.</summary>
internal static class ExceptionChain
{
    /// <summary>Causes beyond this depth are not looked at.</summary>
    private const int MaxDepth = 32;

    /// <summary>The outermost link of a type; null if there is none.</summary>
    public static TException? Find<TException>(Exception? exception)
        where TException : Exception => Find(exception, 0, static link => link is TException) as TException;

    /// <summary>Whether every link is of a kind.</summary>
    public static bool All(Exception exception, Func<Exception, bool> predicate) => Find(exception, 0, link => !predicate(link)) is null;

    private static Exception? Find(Exception? exception, int depth, Func<Exception, bool> predicate)
    {
        if (exception is null || depth == MaxDepth || predicate(exception))
        {
            return depth == MaxDepth ? null : exception;
        }

        if (exception is not AggregateException several)
        {
            return Find(exception.InnerException, depth + 1, predicate);
        }

        foreach (Exception inner in several.InnerExceptions)
        {
            if (Find(inner, depth + 1, predicate) is { } found)
            {
                return found;
            }
        }

        return null;
    }
}
