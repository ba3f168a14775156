using System.Runtime.ExceptionServices;

namespace Navo.Integrations.Extraction.Internal;

/// <summary>Carries an exception of the caller's own stream past the judgement that the file is corrupt.</summary>
internal sealed class SourceFailure(Exception cause) : Exception(cause.Message, cause)
{
    /// <summary>The stream's exception, with its own stack.</summary>
    public Exception Rethrown()
    {
        ExceptionDispatchInfo.Throw(InnerException!);
        return this;
    }
}
