using Navo.Integrations.EnterpriseGpt;

namespace Navo.Integrations.Live.Tests;

public sealed class SimulatedChatCompletionsTests() : SimulatedEnterpriseGptTests(EnterpriseGptApi.ChatCompletions);
