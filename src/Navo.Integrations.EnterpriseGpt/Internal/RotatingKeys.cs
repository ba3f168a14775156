using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Http;

namespace Navo.Integrations.EnterpriseGpt.Internal;

/// <summary>
/// Two keys that overlap: the first is sent until it is refused, then the second. Both are read from the options at every turn, so that a change of the configuration needs
/// no restart.
/// </summary>
internal sealed class RotatingKeys(Func<EnterpriseGptOptions> current) : ICredentialSource
{
    private readonly Lock _gate = new();
    private string? _text;
    private RequestCredential? _credential;
    private bool _usesSecond;

    public ValueTask<RequestCredential?> GetAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return new(Read());
        }
    }

    public ValueTask RefreshAsync(RequestCredential? refused, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            // Null means that the configuration is to be believed again. A key that another caller's refusal replaced already stays replaced.
            _usesSecond = refused is not null && (ReferenceEquals(refused, _credential) ? !_usesSecond : _usesSecond);
            Read();
            return default;
        }
    }

    private RequestCredential? Read()
    {
        EnterpriseGptOptions options = current();
        string? key = _usesSecond && !string.IsNullOrEmpty(options.SecondaryApiKey) ? options.SecondaryApiKey : options.ApiKey;
        if (string.IsNullOrEmpty(key))
        {
            throw new AuthenticationException("There is no key to send.") { Remedy = "Set Navo:Integrations:EnterpriseGpt:ApiKey." };
        }

        if (key != _text)
        {
            (_text, _credential) = (key, RequestCredential.Bearer(key));
        }

        return _credential;
    }
}
