namespace Navo.Integrations.EnterpriseGpt.Tests.Answers;

public sealed class AnswerLinksTests
{
    private static readonly AnswerLinks Links = new([new Uri("https://wiki.example/leave")]);

    [Theory]
    [InlineData("[x](https://evil.example/?d=1)")]
    [InlineData("![x](https://evil.example/?d=1)")]
    [InlineData("https://evil.example/path")]
    [InlineData("HTTPS://EVIL.EXAMPLE")]
    [InlineData("<https://evil.example>")]
    [InlineData("<img src=https://evil.example/x>")]
    [InlineData("<a href='//evil.example'>x</a>")]
    [InlineData("[x][ref]\n[ref]: https://evil.example")]
    [InlineData("[x](//evil.example/x)")]
    [InlineData("[x](/\\evil.example/x)")]
    [InlineData("www.evil.example/x")]
    [InlineData("evil.example/x?d=1")]
    [InlineData("data:text/html;base64,AAAA")]
    [InlineData("[x](javascript:alert)")]
    [InlineData("https&colon;//evil.example")]
    [InlineData("https&#58;//evil.example")]
    [InlineData("ht\u200Btps://evil.example")]
    [InlineData("https:\\/\\/evil.example")]
    [InlineData("https://wiki.example@evil.example/leave")]
    [InlineData("https://wiki.example/leave?d=secret")]
    [InlineData("https://wiki.example/leave/secret")]
    [InlineData("https://wiki.example.evil.example/leave")]
    [InlineData("[https://wiki.example/leave](https://evil.example/leave)")]
    [InlineData("ftp://evil.example/x")]
    public void T11_Addresses_that_were_not_cited_are_no_links(string text)
    {
        string safe = Links.Neutralize(text).Replace("https://wiki.example/leave](", string.Empty, StringComparison.Ordinal).Replace("[https://wiki.example/leave]", string.Empty, StringComparison.Ordinal);

        Assert.DoesNotContain("://", safe, StringComparison.Ordinal);
        Assert.DoesNotContain("](", safe, StringComparison.Ordinal);
        Assert.DoesNotContain("][", safe, StringComparison.Ordinal);
        Assert.DoesNotContain("]:", safe, StringComparison.Ordinal);
        Assert.DoesNotContain("![", safe, StringComparison.Ordinal);
        Assert.DoesNotContain("<", safe, StringComparison.Ordinal);
        Assert.DoesNotContain("www.", safe, StringComparison.Ordinal);
        Assert.DoesNotContain("evil.example/", safe, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("data:", safe, StringComparison.Ordinal);
        Assert.DoesNotContain("javascript:", safe, StringComparison.Ordinal);
        Assert.DoesNotContain("&colon;", safe.Replace("&amp;colon;", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("//e", safe.Replace("[:]//e", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("See [the policy](https://wiki.example/leave).")]
    [InlineData("See https://wiki.example/leave.")]
    [InlineData("See (https://wiki.example/leave#annual)")]
    public void T11_The_address_of_a_cited_source_stays(string text) => Assert.Equal(text, Links.Neutralize(text));

    [Theory]
    [InlineData("'")]
    [InlineData("\"")]
    [InlineData("|")]
    [InlineData("`")]
    [InlineData("[")]
    [InlineData("]")]
    [InlineData("{")]
    [InlineData("}")]
    [InlineData("\\")]
    [InlineData(">")]
    [InlineData("(")]
    [InlineData("^")]
    [InlineData("\u3002")]
    [InlineData("*")]
    [InlineData(".")]
    public void T11_A_cited_address_with_more_attached_to_it_is_no_link(string between)
    {
        AnswerLinks links = new([new Uri("https://wiki.example"), new Uri("https://wiki.example/leave")]);
        foreach (string attached in new[] { "@evil.com", ".evil.com", "/../../logout?d=90", "?d=90" })
        {
            foreach (string address in new[] { "https://wiki.example", "https://wiki.example/leave" })
            {
                Assert.DoesNotContain("](", links.Neutralize($"[home]({address}{between}{attached}) [1]"), StringComparison.Ordinal);
                Assert.DoesNotContain("://", links.Neutralize($"[home]({address}{between}{attached}) [1]"), StringComparison.Ordinal);
                Assert.DoesNotContain("://", links.Neutralize($"See {address}{between}{attached} [1]"), StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [InlineData("[x](https://wiki.example/leave.)")]
    [InlineData("[https://wiki.example/leave#a](//evil.example)")]
    public void T11_A_link_that_only_begins_with_a_cited_address_is_none(string text) => Assert.DoesNotContain("](", Links.Neutralize(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("See <https://wiki.example/leave>.")]
    [InlineData("**https://wiki.example/leave**, and \"https://wiki.example/leave\"!")]
    [InlineData("See [x](https://wiki.example/leave \"the policy\")!")]
    public void T11_What_ends_an_address_in_Markdown_leaves_the_link(string text) => Assert.Equal(text, Links.Neutralize(text));

    [Theory]
    [InlineData("It costs 3.50 euros: 5/6 of the price. Ask R&D, Node.js or C#.")]
    [InlineData("Write to hr at 10:30, version 2.1; see \"Annual leave\" (page 3).")]
    public void T11_Plain_text_stays_as_it_is(string text) => Assert.Equal(text, Links.Neutralize(text));

    [Fact]
    public void T11_Characters_that_carry_hidden_text_are_left_out() =>
        Assert.Equal("abcdefg", Links.Neutralize("a\U000E0041\u202E\uFEFFb\u3164c\u115F\u1160d\u2800e\uFE00\uFE0Ff\uFFA0\u034F\U000E0020g"));
}
