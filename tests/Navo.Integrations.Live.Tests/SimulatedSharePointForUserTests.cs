using Navo.Integrations.Abstractions;
using Navo.Integrations.Testing.SharePoint;

namespace Navo.Integrations.Live.Tests;

public sealed class SimulatedSharePointForUserTests() : SimulatedSharePointTests(AccessContext.ForUser(new(PrincipalSchemes.EntraObject, GraphTenant.Person("ada"))));
