using Navo.Integrations.EnterpriseGpt;

namespace Navo.Integrations.Evaluation.Tests.Injection;

/// <summary>The same, with sentences that no passage supports marked instead of dropped: all that the model says is shown.</summary>
public sealed class MarkingCompany : PoisonedCompany
{
    protected override UnsupportedSentence OnUnsupported => UnsupportedSentence.Mark;
}
