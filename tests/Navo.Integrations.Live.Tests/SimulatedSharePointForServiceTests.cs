using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Live.Tests;

public sealed class SimulatedSharePointForServiceTests() : SimulatedSharePointTests(AccessContext.Service);
