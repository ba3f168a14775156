using Microsoft.Extensions.DependencyInjection;
using NSubstitute;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Access;

namespace Navo.Integrations.EnterpriseGpt.Tests.Answers;

/// <summary>A citation names the other places of its text, and only those that its reader may see right now.</summary>
public sealed class AlternativesTests
{
    private const string Leave = "Employees get 25 days of annual leave per year, and what is unused expires in March.";

    [Theory]
    [InlineData(PermissionReason.Granted, true)]
    [InlineData(PermissionReason.ItemRestricted, false)]
    [InlineData(PermissionReason.SourceFailed, false)]
    public async Task Row085_A_citation_names_the_same_text_elsewhere_if_it_is_allowed_for_this_answer(PermissionReason reason, bool isNamed)
    {
        await using AnswerHarness harness = await StartAsync(reason, "https://files.example/leave.docx");

        KnowledgeAnswer answer = await harness.AskAsync("How many days of annual leave do employees get?");

        Citation citation = Assert.Single(answer.Citations);
        Assert.Equal("memory", citation.Source.ToString());
        CitedAlternative[] named = isNamed ? [new(new("share"), new("file"), "Leave policy.docx", new("https://files.example/leave.docx"))] : [];
        Assert.Equal(named, citation.Alternatives);
        Assert.DoesNotContain(answer.Notices, notice => notice.Kind == AnswerNoticeKind.SourceMissing);
    }

    [Fact]
    public async Task An_address_that_is_none_of_the_web_is_left_out()
    {
        await using AnswerHarness harness = await StartAsync(PermissionReason.Granted, "javascript:alert(1)");

        KnowledgeAnswer answer = await harness.AskAsync("How many days of annual leave do employees get?");

        Assert.Null(Assert.Single(Assert.Single(answer.Citations).Alternatives).Address);
    }

    private static async Task<AnswerHarness> StartAsync(PermissionReason reason, string address)
    {
        IIntegration share = Substitute.For<IIntegration>();
        share.Name.Returns(new IntegrationName("share"));
        SearchHit hit = new() { Id = new("file"), Source = new("share"), Title = "Leave policy.docx", Kind = ContentKind.Document, Excerpt = Leave, WebAddress = new(address) };
        share.SearchAsync(Arg.Any<SearchQuery>(), Arg.Any<AccessContext>(), Arg.Any<CancellationToken>())
            .Returns(call => new SearchPage { Hits = [hit], Total = SearchTotal.Exact(1) });
        share.CheckPermissionsAsync(Arg.Any<ContentId>(), Arg.Any<AccessContext>(), Arg.Any<CancellationToken>())
            .Returns(call => new Decisions(TimeProvider.System).Of(call.Arg<ContentId>(), call.Arg<AccessContext>(), reason));
        AnswerHarness harness = await AnswerHarness.StartAsync(services: services => services.AddNavoIntegrations().AddIntegration<IIntegration>(share.Name, _ => share));
        harness.AddPage("leave", "Leave policy", Leave);
        return harness;
    }
}
