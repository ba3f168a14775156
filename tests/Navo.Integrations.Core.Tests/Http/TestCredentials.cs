using Navo.Integrations.Core.Http;

namespace Navo.Integrations.Core.Tests.Http;

/// <summary>Tokens <c>token-1</c>, <c>token-2</c>, … one for each question that reaches the callback.</summary>
internal sealed class TestCredentials
{
    private int _reads;

    public TestCredentials() => Source = new CallbackCredentialSource(Read);

    public CallbackCredentialSource Source { get; }

    public int Reads => Volatile.Read(ref _reads);

    /// <summary>Makes the nth credential; replaced by tests that want another one.</summary>
    public Func<int, ValueTask<RequestCredential?>> Make { get; set; } = static number => new(RequestCredential.Bearer($"token-{number}"));

    private ValueTask<RequestCredential?> Read(CancellationToken cancellationToken) => Make(Interlocked.Increment(ref _reads));
}
