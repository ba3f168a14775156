using Navo.Integrations.Abstractions;
using Navo.Integrations.Testing.SharePoint;

namespace Navo.Integrations.SharePoint.Tests.Simulated;

/// <summary>Explanations where something can't be read.</summary>
public sealed class ExplainTests
{
    [Fact]
    public async Task Row059_a_reader_whose_look_up_fails_is_explained_as_undecided()
    {
        await using SimulatedSharePoint sharePoint = await SimulatedSharePoint.StartAsync();
        sharePoint.Simulator.Faults.Add("/v1.0/users/", GraphFaults.Error(403, "accessDenied"), times: int.MaxValue);
        AccessExplanation explanation = await sharePoint.Client.ExplainAsync(sharePoint.IdOf("Deployment process.md"), SimulatedSharePoint.Reader("ben"), TestContext.Current.CancellationToken);
        Assert.Equal(PermissionOutcome.Unknown, explanation.Decision.Outcome);
        Assert.NotNull(explanation.Policy);
    }
}
