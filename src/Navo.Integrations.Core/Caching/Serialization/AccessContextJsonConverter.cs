using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Caching.Serialization;

/// <summary>The reader of a decision: <c>service</c>, or the user's id.</summary>
internal sealed class AccessContextJsonConverter : TextJsonConverter<AccessContext>
{
    private const string Service = "service";

    protected override AccessContext Parse(string text) =>
        text == Service ? AccessContext.Service : AccessContext.ForUser(PrincipalId.Parse(text));

    protected override string Format(AccessContext value) => value.User?.ToString() ?? Service;
}
