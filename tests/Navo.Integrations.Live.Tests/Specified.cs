using Navo.Integrations.Contracts;
using Navo.Integrations.Testing.Hosting;

namespace Navo.Integrations.Live.Tests;

/// <summary>Holds what the scenarios sent against the vendors' descriptions, where those are there.</summary>
internal static class Specified
{
    public static void AssertAll(string api, IEnumerable<RecordedRequest> requests)
    {
        RecordedRequest[] sent = [.. requests];
        Assert.NotEmpty(sent);
        if (SpecificationGate.Default.IsAvailable)
        {
            string[] violations = [.. sent.SelectMany(r => SpecificationGate.Default.Violations(api, r.Method, r.PathAndQuery, r.Body)).Distinct()];
            Assert.True(violations.Length == 0, string.Join(Environment.NewLine, violations));
        }
    }
}
