using Navo.Integrations.EnterpriseGpt;

namespace Navo.Integrations.Live.Tests;

public sealed class SimulatedResponsesTests() : SimulatedEnterpriseGptTests(EnterpriseGptApi.Responses);
