namespace Navo.Integrations.Yaml.Tests;

public sealed class YamlReadingTests
{
    [Fact]
    public void Maps_lists_and_scalars_become_keys()
    {
        Dictionary<string, string?> read = Yaml.Read("""
            # a comment
            a:
              b: plain text
              c: "quoted: 7"
              list:
                - one
                - {name: two}
                - [three, four]
            on: true
            folded: >-
              two
              lines
            """);

        Assert.Equal("plain text", read["a:b"]);
        Assert.Equal("quoted: 7", read["a:c"]);
        Assert.Equal("one", read["a:list:0"]);
        Assert.Equal("two", read["a:list:1:name"]);
        Assert.Equal("four", read["a:list:2:1"]);
        Assert.Equal("true", read["on"]);
        Assert.Equal("two lines", read["folded"]);
    }

    [Fact]
    public void T19_a_placeholder_is_not_looked_up_here() => Assert.Equal("${PATH}", Yaml.Read("a: \"${PATH}\"")["a"]);

    [Theory]
    [InlineData("a:", null)]
    [InlineData("a: ~", null)]
    [InlineData("a: null", null)]
    [InlineData("a: {}", null)]
    [InlineData("a: 'null'", "null")]
    [InlineData("a: ''", "")]
    [InlineData("a: []", "")]
    public void Nothing_is_told_from_an_empty_text(string text, string? expected) => Assert.Equal(expected, Yaml.Read(text)["a"]);

    [Theory]
    [InlineData("")]
    [InlineData("# only a comment")]
    [InlineData("---\n...\n")]
    [InlineData("{}")]
    public void A_file_without_settings_sets_nothing(string text) => Assert.Empty(Yaml.Read(text));

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_first_key() => Assert.Equal("1", Yaml.Read("\uFEFFa: 1")["a"]);

    [Theory]
    [InlineData("a: &x 1\nb: *x", 1, 4, "an anchor")]
    [InlineData("a: 1\nb: *x", 2, 4, "an alias")]
    [InlineData("a:\n  <<: *x", 2, 7, "an alias")]
    [InlineData("a: !!str 1", 1, 4, "a type tag")]
    [InlineData("a: !System.Object {}", 1, 4, "a type tag")]
    [InlineData("a: !!binary aGk=", 1, 4, "a type tag")]
    [InlineData("a: 1\n---\nb: 2", 2, 1, "second document")]
    [InlineData("a: 1\nb: 2\na: 3", 3, 1, "second time")]
    [InlineData("a: 1\nA: 2", 2, 1, "second time")]
    [InlineData("a:\n  b: 1\n\"a:b\": 2", 3, 8, "second time")]
    [InlineData("[a]: 1", 1, 1, "not a text")]
    [InlineData("'': 1", 1, 1, "not a text")]
    [InlineData("- a", 1, 1, "not a map")]
    [InlineData("canary", 1, 1, "not a map")]
    [InlineData("a: 1\nb: @canary", 2, 4, "not YAML")]
    [InlineData("a: \"canary", 1, 4, "not YAML")]
    public void T19_whatever_is_not_plain_is_refused_at_its_place(string text, int line, int column, string problem)
    {
        var error = Yaml.Refuse(text);

        Assert.Contains($"line {line}, column {column}:", error.Message, StringComparison.Ordinal);
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void T19_nesting_is_read_to_64_levels_and_no_further()
    {
        Assert.Single(Yaml.Read($"a: {new string('[', 63)}1{new string(']', 63)}"));
        Assert.Contains("64 deep", Yaml.Refuse($"a: {new string('[', 64)}1{new string(']', 64)}").Message, StringComparison.Ordinal);
        Assert.Contains("64 deep", Yaml.Refuse($"a: {new string('[', 100_000)}").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void T19_a_file_is_read_to_one_mebibyte_and_no_further()
    {
        const int limit = 1 << 20;
        Assert.Equal(limit - 3, Yaml.Read($"a: {new string('x', limit - 3)}")["a"]!.Length);
        Assert.Contains("larger than 1 MiB", Yaml.Refuse($"a: {new string('x', limit - 2)}").Message, StringComparison.Ordinal);
    }
}
