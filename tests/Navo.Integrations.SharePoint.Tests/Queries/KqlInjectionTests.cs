using System.Globalization;
using CsCheck;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.SharePoint.Tests.Queries;

/// <summary>Random queries out of hostile values, read back by a parser of the tests' own: it finds what was built and nothing else.</summary>
public sealed class KqlInjectionTests
{
    private static readonly string[] Pieces =
    [
        "a", "Budget", "7", "é", "日本", "🙂", " ", "  ", "\"", "\u201C", "\u201D", "*", "(", ")", ":", "=", "<>", ">=", "..", "+", "-", ",", ";", "\\", "{", "}", "'", "&", "|",
        " AND ", " OR ", " NOT ", "NOT", " NEAR(1) ", "ONEAR", "XRANK(cb=1)", "WORDS(a,b)", "ALL(a)", "\" OR path:\"", ") OR (", "title:x", "path:\"https://x\"", "\t", "\n", "\0", "\u00A0", "\uFF02", "\uD800",
    ];

    private static Gen<string> Hostile => Gen.Int[0, Pieces.Length - 1].Select(index => Pieces[index]).Array[1, 8].Select(string.Concat);

    private static Gen<string> Value => Hostile.Where(value => Try(() => Kql.RetentionLabel.Is(value)) is not null);

    [Fact]
    public void Row026_A_value_is_refused_or_is_one_value()
    {
        int accepted = 0;
        Hostile.SampleSeeded(
            value =>
            {
                if (Try(() => Kql.RetentionLabel.Is(value) & Kql.IsDocument.Is(true)) is { } query)
                {
                    accepted++;
                    Assert.Equal($"AND[{new KqlAtom("ComplianceTag", "=", value)} <IsDocument=true>]", KqlTree.Parse(query.ToString()).ToString());
                }
            },
            cases: 20_000);
        Assert.InRange(accepted, 1_000, 19_000);
    }

    [Fact]
    public void Row026_A_text_is_words_and_nothing_else()
    {
        Func<string, Kql>[] writers = [Kql.Text, Kql.Phrase, Kql.Prefix, Kql.Title.Contains, Kql.Title.ContainsPhrase, Kql.Title.ContainsPrefix];
        int accepted = 0;
        Gen.Select(Hostile, Gen.Int[0, writers.Length - 1]).SampleSeeded(
            (text, writer) =>
            {
                if (Try(() => writers[writer](text) | Kql.IsDocument.Is(true)) is not { } query)
                {
                    return true;
                }

                accepted++;
                KqlTree tree = KqlTree.Parse(query.ToString());
                KqlAtom[] atoms = [.. tree.Atoms];
                Assert.Equal("OR", tree.Joint);
                Assert.Equal(2, tree.Parts.Count);
                Assert.Equal("<IsDocument=true>", tree.Parts[1].ToString());
                Assert.Contains(tree.Parts[0].Joint, writer == 3 ? ["AND", ""] : new[] { " ", "" });
                Assert.All(atoms[..^1], atom => Assert.Equal(writer < 3 ? (string.Empty, string.Empty) : ("Title", ":"), (atom.Property, atom.Comparison)));
                Assert.All(atoms[..^1], atom => Assert.Equal(writer is 2 or 5, atom.IsPrefix));
                Assert.Equal(Letters(text), Letters(string.Concat(atoms[..^1].Select(atom => atom.Value))));
                return true;
            },
            cases: 20_000);
        Assert.InRange(accepted, 5_000, 19_900);
    }

    [Fact]
    public void Row026_What_is_built_is_what_is_read()
    {
        Condition(depth: 4).SampleSeeded(
            condition =>
            {
                KqlTree tree = KqlTree.Parse(condition.Query.ToString());
                KqlTree raw = KqlTree.Parse(Kql.Raw(condition.Query.ToString()).ToString());
                Assert.Equal(condition.Tree, tree.ToString());
                Assert.Equal(condition.Tree, raw.ToString());
                for (uint world = 0; world < 8; world++)
                {
                    Assert.Equal(condition.Holds(atom => Truth(atom, world)), tree.Holds(atom => Truth(atom, world)));
                }
            },
            cases: 3_000);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public void Row026_Negation_has_its_truth_table(bool a, bool b)
    {
        Kql left = Kql.Text("a");
        Kql right = Kql.Text("b");
        bool Holds(Kql query) => KqlTree.Parse(query.ToString()).Holds(atom => atom.Value == "a" ? a : b);
        Assert.Equal(!a, Holds(!left));
        Assert.Equal(a, Holds(!!left));
        Assert.Equal(a && !b, Holds(left & !right));
        Assert.Equal(!a || b, Holds(!left | right));
        Assert.Equal(!(a && b), Holds(!(left & right)));
        Assert.Equal(!(a || b), Holds(!(left | right)));
        Assert.Equal(!(a && !b), Holds(!(left & !right)));
        Assert.Equal(!(a && b), Holds(!Kql.Text("a b")));
    }

    private static Gen<KqlCondition> Leaf => Gen.OneOf(
        Value.Select(value => new KqlCondition(Kql.RetentionLabel.Is(value), new KqlAtom("ComplianceTag", "=", value))),
        Value.Select(value => new KqlCondition(Kql.Title.Is(value), new KqlAtom("Title", "=", value))),
        Value.Select(value => new KqlCondition(Kql.Property("Owner.Name_1").Text.Is(value), new KqlAtom("Owner.Name_1", "=", value))),
        Value.Array[2, 3].Where(values => values.Distinct().Count() == values.Length)
            .Select(values => new KqlCondition(Kql.ContentType.In(values), [.. values.Select(value => new KqlAtom("ContentType", "=", value))])),
        Gen.Int[-9, 9].Select(size => new KqlCondition(Kql.Size.AtLeast(size), new KqlAtom("Size", ">=", size.ToString(CultureInfo.InvariantCulture)))),
        Gen.Int[1, 28].Select(day => new KqlCondition(Kql.Created.Between(new(2026, 1, day), new(2026, 2, day)), new KqlAtom("Created", ":", $"2026-01-{day:00}..2026-02-{day:00}"))),
        Gen.Bool.Select(flag => new KqlCondition(Kql.IsDocument.Is(flag), new KqlAtom("IsDocument", "=", flag ? "true" : "false"))),
        Gen.Const(new KqlCondition(Kql.Prefix("bud"), new KqlAtom(string.Empty, string.Empty, "bud", IsPrefix: true))));

    private static Gen<KqlCondition> Condition(int depth) => depth == 0
        ? Leaf
        : Gen.OneOf(
            Leaf,
            Gen.Select(Condition(depth - 1), Condition(depth - 1)).Where(pair => Length(pair) < 3_000).Select(pair =>
                new KqlCondition(pair.Item1.Query & pair.Item2.Query, Joined("AND", pair), truth => pair.Item1.Holds(truth) && pair.Item2.Holds(truth))),
            Gen.Select(Condition(depth - 1), Condition(depth - 1)).Where(pair => Length(pair) < 3_000).Select(pair =>
                new KqlCondition(pair.Item1.Query | pair.Item2.Query, Joined("OR", pair), truth => pair.Item1.Holds(truth) || pair.Item2.Holds(truth))),
            Condition(depth - 1).Select(inner => new KqlCondition(!inner.Query, Negated(inner.Tree), truth => !inner.Holds(truth))));

    private static int Length((KqlCondition, KqlCondition) pair) => pair.Item1.Query.ToString().Length + pair.Item2.Query.ToString().Length;

    // What one operator joins is one level, however it was put together; a double negation is none.
    private static string Joined(string joint, (KqlCondition, KqlCondition) pair) => $"{joint}[{Open(joint, pair.Item1.Tree)} {Open(joint, pair.Item2.Tree)}]";

    private static string Open(string joint, string tree) => tree.StartsWith($"{joint}[", StringComparison.Ordinal) ? tree[(joint.Length + 1)..^1] : tree;

    private static string Negated(string tree) => tree.StartsWith("NOT[", StringComparison.Ordinal) ? Open("NOT", tree) : $"NOT[{tree}]";

    private static bool Truth(KqlAtom atom, uint world) => atom.ToString().Aggregate(2166136261u + (world * 7919), (hash, c) => (hash ^ c) * 16777619u) % 7 < 3;

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    private static Kql? Try(Func<Kql> build)
    {
        try
        {
            return build();
        }
        catch (InvalidQueryException)
        {
            return null;
        }
    }
}
