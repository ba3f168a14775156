using Navo.Integrations.Abstractions;
using Navo.Integrations.Testing.Conformance;
using Navo.Integrations.Testing.InMemory;

namespace Navo.Integrations.Core.Tests.InMemory;

internal sealed class InMemoryHarness : ConformanceHarness
{
    private static readonly PrincipalId Ann = new("email", "ann@example.com");
    private static readonly PrincipalId Bob = new("email", "bob@example.com");

    private const string RestrictedText = "Who earns what.";

    private readonly InMemoryIntegration _integration = new("memory:conformance");

    public InMemoryHarness()
    {
        for (int i = 0; i < 12; i++)
        {
            _integration.Add($"page-{i}", $"Handbook {i}", "How we work.", Audience.Everyone);
        }

        _integration.Add("secret", "Handbook of salaries", RestrictedText, Audience.Users(Ann));
        _integration.Add("riddle", "Handbook of riddles", "Who may read this?", policy: null);
    }

    public override IIntegration Integration => _integration;

    public override bool HasDeadline => false;

    public override int? RequestCount => _integration.Calls.Count;

    /// <summary>It has no credentials; what it must not tell is what it holds.</summary>
    public override IReadOnlyList<string> Secrets => [RestrictedText];

    public override ConformanceWorld World { get; } = new()
    {
        Insider = AccessContext.ForUser(Ann),
        Outsider = AccessContext.ForUser(Bob),
        VisibleItem = new("page-0"),
        RestrictedItem = new("secret"),
        AbsentItem = new("no-such-page"),
        UndecidableItem = new("riddle"),
        LongQuery = new("handbook") { Limit = 5 },
        RestrictedQuery = new("handbook") { Limit = 3 },
    };

    public override bool TryInject(ConformanceFault fault)
    {
        if (fault == ConformanceFault.Hang)
        {
            _integration.Delay(Timeout.InfiniteTimeSpan);
            return true;
        }

        _integration.FailWith(fault switch
        {
            ConformanceFault.Unauthorized => new AuthenticationException("No."),
            ConformanceFault.Forbidden => new PermissionException("No."),
            ConformanceFault.NotFound => new NotFoundException("No."),
            ConformanceFault.TooManyRequests => new ThrottledException("Later."),
            ConformanceFault.Garbage => new ProtocolException("What?"),
            _ => new UnavailableException("Down."),
        });
        return true;
    }
}
