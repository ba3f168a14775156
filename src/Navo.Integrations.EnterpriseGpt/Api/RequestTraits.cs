namespace Navo.Integrations.EnterpriseGpt.Api;

/// <summary>What the handlers need to know of a request beside what it says.</summary>
/// <param name="Model">The model whose quota it takes from; empty where it takes from none.</param>
/// <param name="Tokens">How many tokens it is going to take at most.</param>
/// <param name="IsStream">Whether its answer is read as it comes.</param>
/// <param name="Mark">Set when it goes out; null where nobody asks.</param>
internal sealed record RequestTraits(string Model, int Tokens, bool IsStream, SendMark? Mark = null)
{
    private static readonly AsyncLocal<RequestTraits?> Ambient = new();

    /// <summary>Of a request that takes from no model's quota.</summary>
    public static RequestTraits None { get; } = new(string.Empty, 0, IsStream: false);

    /// <summary>Those of the request that is being sent: the library has no way to hand them on.</summary>
    public static RequestTraits? Current
    {
        get => Ambient.Value;
        set => Ambient.Value = value;
    }

    public static RequestTraits Of(ModelRequest request, bool isStream) => new(request.Model, request.EstimatedTokens, isStream, request.Mark);
}
