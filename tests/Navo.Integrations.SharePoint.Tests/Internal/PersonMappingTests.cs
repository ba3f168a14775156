using Navo.Integrations.Abstractions;
using Navo.Integrations.SharePoint.Mapping;

namespace Navo.Integrations.SharePoint.Tests.Internal;

public sealed class PersonMappingTests
{
    [Theory]
    [InlineData("ann@contoso.com ", null)]
    [InlineData(null, "ann\u0007@contoso.com")]
    public void A_person_whose_text_can_be_no_id_keeps_the_name(string? mail, string? name) =>
        Assert.Equal(new PersonRef(null, "Ann"), PersonMapping.ToPerson(new() { User = new() { Email = mail, UserPrincipalName = name, DisplayName = "Ann" } }));

    [Fact]
    public void A_person_is_known_by_the_address_where_that_is_all_there_is() =>
        Assert.Equal(new(PrincipalSchemes.Email, "ann@contoso.com"), PersonMapping.ToPerson(new() { User = new() { Email = "Ann@contoso.com" } })!.Id);
}
