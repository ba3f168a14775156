namespace Navo.Integrations.EnterpriseGpt.Api;

/// <summary>Whether a request has gone out: one that was given up in a queue before cost nothing.</summary>
internal sealed class SendMark
{
    private volatile bool _isSent;

    public bool IsSent => _isSent;

    public void Set() => _isSent = true;
}
