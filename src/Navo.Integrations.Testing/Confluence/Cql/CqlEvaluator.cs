using Navo.Integrations.Testing.Confluence.Model;

namespace Navo.Integrations.Testing.Confluence.Cql;

/// <summary>Evaluates a parsed query against one state of the site. It knows nothing of rights: the caller trims.</summary>
internal sealed class CqlEvaluator(SiteAccess access, CqlDates dates, SimulatedUser? caller, Func<string, string?> userIdOf)
{
    /// <summary>The hits in the order asked for; by falling score, then by id, if none is.</summary>
    public IReadOnlyList<CqlHit> Run(CqlQuery query, IEnumerable<SimulatedContent> contents)
    {
        var hits = contents
            .Select(c => new CqlHit(c, query.Where is null ? 1 : Score(query.Where, c)))
            .Where(h => h.Score > 0);
        var ordered = hits.OrderBy(_ => 0);
        ordered = query.OrderBy.Aggregate(ordered, (o, key) => key.Descending
            ? o.ThenByDescending(h => SortKey(key.Field, h.Content))
            : o.ThenBy(h => SortKey(key.Field, h.Content)));
        return [.. ordered.ThenByDescending(h => h.Score).ThenBy(h => h.Content.Id)];
    }

    private double Score(CqlExpression node, SimulatedContent content) => node switch
    {
        CqlAnd and => Both(Score(and.Left, content), and.Right, content),
        CqlOr or => Score(or.Left, content) + Score(or.Right, content),
        CqlNot not => Score(not.Operand, content) > 0 ? 0 : 1,
        CqlComparison comparison => Compare(comparison, content),
        _ => throw new CqlSyntaxException("Unknown expression"),
    };

    private double Both(double left, CqlExpression right, SimulatedContent content)
    {
        var other = Score(right, content);
        return left > 0 && other > 0 ? left + other : 0;
    }

    private double Compare(CqlComparison c, SimulatedContent content) => c.Operator switch
    {
        "~" => Text(c.Field, c.Values[0].Text, content),
        "!~" => Text(c.Field, c.Values[0].Text, content) > 0 ? 0 : 1,
        _ when c.Field is "lastmodified" => Dated(c, content.Latest.When),
        _ when c.Field is "created" => Dated(c, content.Versions[0].When),
        "=" or "in" => c.Values.Any(v => Equal(c.Field, v, content)) ? 1 : 0,
        _ => c.Values.Any(v => Equal(c.Field, v, content)) ? 0 : 1,
    };

    private double Dated(CqlComparison c, DateTimeOffset when)
    {
        // Minute precision, as the index has it.
        var minute = new DateTimeOffset(when.UtcTicks - (when.UtcTicks % TimeSpan.TicksPerMinute), TimeSpan.Zero);
        var order = minute.CompareTo(dates.Read(c.Values[0]));
        return c.Operator switch
        {
            ">" => order > 0,
            ">=" => order >= 0,
            "<" => order < 0,
            "<=" => order <= 0,
            "=" => order == 0,
            _ => order != 0,
        } ? 1 : 0;
    }

    private bool Equal(string field, CqlValue value, SimulatedContent content) => field switch
    {
        "title" => Same(content.Title, value.Text),
        "type" => Same(ContentNames.TypeOf(content), value.Text),
        "space" or "space.key" => Same(content.SpaceKey, value.Text),
        "label" => content.Labels.Any(l => Same(l, value.Text)),
        "macro" => content.Latest.Storage.Contains($"ac:name=\"{value.Text.ToLowerInvariant()}\"", StringComparison.Ordinal),
        "creator" => IsUser(content.Versions[0].AuthorId, value),
        "contributor" => content.Versions.Any(v => IsUser(v.AuthorId, value)),
        "id" or "content" => Same(ContentNames.IdOf(content), value.Text),
        "parent" => content.ParentId is { } parent && parent == Id(value),
        "ancestor" => access.Ancestors(content).Any(a => a.Id == Id(value)),
        _ => throw new CqlSyntaxException($"No field exists with name '{field}'"),
    };

    private bool IsUser(string accountId, CqlValue value) => value.IsFunction
        ? value.Text is "currentuser" && accountId == caller?.AccountId
        : accountId == userIdOf(value.Text);

    private static long? Id(CqlValue value) => long.TryParse(value.Text, out var id) ? id : null;

    private static bool Same(string left, string right) => left.Equals(right, StringComparison.OrdinalIgnoreCase);

    private static double Text(string field, string query, SimulatedContent content) => field is "title"
        ? WordMatcher.Score(query, content.Title, "")
        : WordMatcher.Score(query, content.Title, StorageText.Of(content.Latest.Storage));

    private static IComparable SortKey(string field, SimulatedContent c) => field switch
    {
        "lastmodified" => c.Latest.When.UtcTicks,
        "created" => c.Versions[0].When.UtcTicks,
        "title" => c.Title.ToUpperInvariant(),
        "space" => c.SpaceKey,
        "type" => ContentNames.TypeOf(c),
        _ => c.Id,
    };
}
