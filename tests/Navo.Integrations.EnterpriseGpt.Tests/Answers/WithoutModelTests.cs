using Microsoft.Extensions.DependencyInjection;
using Navo.Integrations.Abstractions;
using Navo.Integrations.EnterpriseGpt.Tests.Simulated;
using Navo.Integrations.Testing.InMemory;

namespace Navo.Integrations.EnterpriseGpt.Tests.Answers;

public sealed class WithoutModelTests
{
    private const string Deck = "# Slide 3: Results\n\nRevenue of Contoso grew by 12 percent. Costs fell.";

    [Fact]
    public async Task Row092_Without_Enterprise_GPT_the_assistant_answers_from_the_passages_and_says_where_it_stands()
    {
        InMemoryIntegration origin = new();
        KnowledgeContent deck = origin.Add("deck", "Results.pptx", Deck, Audience.Everyone);
        origin.Add(
            deck with { Metadata = deck.Metadata with { WebAddress = new("https://files.example/deck") }, Sections = [new() { HeadingPath = ["Slide 3: Results"], Level = 1, Anchor = "slide-3", Start = 0, Length = Deck.Length }] },
            Audience.Everyone);
        ServiceCollection services = new();
        services.AddLogging();
        services.AddNavoIntegrations().AddIntegration<IIntegration>(origin.Name, _ => origin).AddKnowledgeAssistant(o => o.ExtractiveSentences = 1);
        await using ServiceProvider provider = services.BuildServiceProvider();

        KnowledgeAnswer answer = await provider.GetRequiredService<IKnowledgeAssistant>().AskAsync(new("How did the revenue of Contoso grow?"), SimulatedGpt.Ada, SimulatedGpt.Token);

        Assert.Equal((AnswerOutcome.Extractive, ExtractiveReason.NoModel), (answer.Outcome, answer.ExtractiveReason));
        Assert.Equal("Revenue of Contoso grew by 12 percent. [1]", answer.Text);
        Citation citation = Assert.Single(answer.Citations);
        Assert.Equal(("Slide 3: Results", "https://files.example/deck#slide-3"), (citation.Location, citation.Address!.AbsoluteUri));
        Assert.Equal("Revenue of Contoso grew by 12 percent.", Deck.Substring(citation.Quotes[0].Start, citation.Quotes[0].Length));
        Assert.True(citation.Age >= TimeSpan.Zero);
    }
}
