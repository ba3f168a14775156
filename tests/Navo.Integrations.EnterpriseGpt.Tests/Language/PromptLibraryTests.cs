using CsCheck;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.EnterpriseGpt.Tests.Language;

public sealed class PromptLibraryTests
{
    private static readonly Dictionary<string, string> AnswerValues = new() { ["style"] = "short", ["language"] = "de" };

    private readonly PromptLibrary _prompts = new();

    [Theory]
    [InlineData(PromptNames.Answer)]
    [InlineData(PromptNames.AnalyzeQuery)]
    [InlineData(PromptNames.SummarizeMap)]
    [InlineData(PromptNames.SummarizeReduce)]
    [InlineData(PromptNames.RewriteQuestion)]
    public void Each_prompt_of_the_package_treats_what_it_gets_as_data_and_begins_alike_whatever_its_values(string name)
    {
        PromptTemplate prompt = _prompts.Get(name);

        Assert.True(prompt.Version >= 1);
        Assert.Contains("data", prompt.Text, StringComparison.Ordinal);
        int first = prompt.Text.IndexOf("{{", StringComparison.Ordinal);
        Assert.True(first < 0 || first > prompt.Text.Length * 8 / 10);
    }

    [Fact]
    public void Row093_The_prompt_for_answers_has_a_way_to_say_that_it_is_not_known() =>
        Assert.Contains("I don't know", _prompts.Get(PromptNames.Answer).Text, StringComparison.Ordinal);

    [Fact]
    public void The_latest_version_counts_unless_one_is_named_and_a_version_can_be_replaced()
    {
        _prompts.Register(new("answer", 10, "ten"));
        _prompts.Register(new("answer", 2, "two"));
        _prompts.Register(new("answer", 2, "two again"));

        Assert.Equal("ten", _prompts.Get("answer").Text);
        Assert.Equal("two again", _prompts.Get("answer", 2).Text);
        Assert.Equal(1, _prompts.Get("answer", 1).Version);
        Assert.Equal(3, _prompts.Templates.Count(t => t.Name == "answer"));
    }

    [Fact]
    public void A_prompt_or_version_that_is_not_there_is_said()
    {
        Assert.Throws<InvalidQueryException>(() => _prompts.Get("nothing"));
        Assert.Throws<InvalidQueryException>(() => _prompts.Get("answer", 99));
    }

    [Fact]
    public void A_preview_shows_text_version_and_tokens()
    {
        PromptPreview preview = _prompts.Preview("answer", AnswerValues);

        Assert.Equal("answer@1", preview.VersionKey);
        Assert.EndsWith("Style: short\nLanguage of the answer: de", preview.Text, StringComparison.Ordinal);
        Assert.InRange(preview.Tokens, 150, 600);
    }

    [Fact]
    public void A_placeholder_without_value_and_a_value_without_placeholder_are_refused_by_name()
    {
        InvalidQueryException missing = Assert.Throws<InvalidQueryException>(() => _prompts.Preview("answer", new Dictionary<string, string> { ["style"] = "x" }));
        InvalidQueryException unknown = Assert.Throws<InvalidQueryException>(() => _prompts.Preview("answer", new Dictionary<string, string>(AnswerValues) { ["colour"] = "x" }));

        Assert.Contains("language", missing.Message, StringComparison.Ordinal);
        Assert.Contains("colour", unknown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Braces_within_values_stay_as_they_are() =>
        Gen.Select(TokenCounterTests.Texts, TokenCounterTests.Texts).SampleSeeded((a, b) =>
        {
            string first = "{{b}}" + a + "{{";
            string second = "}}" + b + "{{a}}";
            Dictionary<string, string> values = new() { ["a"] = first, ["b"] = second };
            return new PromptTemplate("t", 1, "<{{a}}|{{b}}|{{ a }}|{{a}}>").Render(values) == $"<{first}|{second}|{{{{ a }}}}|{first}>";
        });

    [Theory]
    [InlineData("", 1, "x")]
    [InlineData("Upper", 1, "x")]
    [InlineData("t", 0, "x")]
    [InlineData("t", 1, " ")]
    public void A_template_without_name_version_or_text_is_refused(string name, int version, string text) =>
        Assert.Throws<InvalidQueryException>(() => new PromptTemplate(name, version, text));
}
