namespace Navo.Integrations.Contracts;

/// <summary>
/// Holds requests against the vendors' own API descriptions: path and method exist, no parameter is unknown or missing, types, enums
/// and bounds are kept, the body fits its schema. Answers are not gated: real ones lack members that the newest description requires.
/// </summary>
public sealed class SpecificationGate
{
    private const string Folder = "specs";
    private static readonly string[] Undocumented = ["/_edge/tenant_info", "/oauth/token", "/oauth/token/accessible-resources", "/v1.0/$batch", "/v1.0/teams", "/v1.0/groups"];

    /// <summary>Where links in answers and redirects lead to; the descriptions name the links, not their targets.</summary>
    private static readonly string[] LinkTargets = ["/download/attachments/", "/_media/file/"];
    private readonly Dictionary<string, ApiDescription[]> _editions;

    private SpecificationGate(Dictionary<string, ApiDescription[]> editions, string? reason) => (_editions, UnavailableReason) = (editions, reason);

    /// <summary>The gate over the descriptions beside this checkout.</summary>
    public static SpecificationGate Default { get; } = Load(FindFolder());

    /// <summary>Whether the descriptions were found.</summary>
    public bool IsAvailable => UnavailableReason is null;

    /// <summary>Why the gate cannot check anything; null where it can.</summary>
    public string? UnavailableReason { get; }

    /// <summary>Loads the descriptions from a folder.</summary>
    /// <param name="folder">The folder; null or absent gives a gate that is not available.</param>
    public static SpecificationGate Load(string? folder)
    {
        if (folder is null || !Directory.Exists(folder))
        {
            return new SpecificationGate([], "The vendors' API descriptions (shared/specs beside the repository) are absent.");
        }

        ApiDescription[] cloud =
        [
            new(Path.Combine(folder, "confluence-cloud-v1.json"), string.Empty),
            new(Path.Combine(folder, "confluence-cloud-v2.json"), "/wiki/api/v2"),
        ];
        ApiDescription[] dataCenter = [new(Path.Combine(folder, "confluence-dc-10.0.3.json"), string.Empty)];
        ApiDescription[] graph = [new(Path.Combine(folder, "graph-v1.0-cut.json"), "/v1.0")];
        ApiDescription[] openAi = [new(Path.Combine(folder, "openai-cut.json"), "/v1", isLoose: true)];
        return new SpecificationGate(
            new(StringComparer.Ordinal) { ["Cloud"] = cloud, ["CloudGateway"] = cloud, ["DataCenter"] = dataCenter, ["Graph"] = graph, ["OpenAi"] = openAi }, reason: null);
    }

    /// <summary>Says what is wrong with a request.</summary>
    /// <param name="edition">Which API: <c>Cloud</c>, <c>CloudGateway</c>, <c>DataCenter</c>, <c>Graph</c> or <c>OpenAi</c>.</param>
    /// <param name="method">The HTTP method.</param>
    /// <param name="pathAndQuery">The path, with the gateway's or the context's prefix, and the query, as they were sent.</param>
    /// <param name="body">The body; null or empty for none.</param>
    /// <returns>One sentence per violation, each naming the request; empty if it is right.</returns>
    /// <exception cref="InvalidOperationException">The gate is not available.</exception>
    public IReadOnlyList<string> Violations(string edition, string method, string pathAndQuery, string? body)
    {
        if (!IsAvailable)
        {
            throw new InvalidOperationException(UnavailableReason);
        }

        string[] parts = pathAndQuery.Split('?', 2);
        string path = WithoutMount(edition, parts[0]);
        if (Undocumented.Contains(path, StringComparer.Ordinal) || (method == "GET" && LinkTargets.Any(t => path.Contains(t, StringComparison.Ordinal))))
        {
            return [];
        }

        if (edition == "Graph" && IsSiteByAddress(path))
        {
            return []; // the description has it as a function of a site, which no request of the documentation's uses
        }

        ILookup<string, string> query = Query(parts.ElementAtOrDefault(1) ?? string.Empty, path);
        IReadOnlyList<string> found = _editions[edition].Select(d => d.Check(method, path, query, body)).FirstOrDefault(v => v is not null)
            ?? ["the path is unknown"];
        return [.. found.Select(v => $"{edition} {method} {path}: {v}")];
    }

    /// <summary>Says what is wrong with an answer. For simulators only: real answers lack members that the newest description requires.</summary>
    /// <param name="edition">Which API, as for requests.</param>
    /// <param name="method">The HTTP method of the request.</param>
    /// <param name="path">The path of the request.</param>
    /// <param name="status">The status.</param>
    /// <param name="body">The body.</param>
    /// <returns>One sentence per violation; empty if it is right.</returns>
    /// <exception cref="InvalidOperationException">The gate is not available.</exception>
    public IReadOnlyList<string> AnswerViolations(string edition, string method, string path, int status, string body) =>
        IsAvailable ? _editions[edition].Select(d => d.CheckAnswer(method, path, status, body)).FirstOrDefault(v => v is not null) ?? ["the path is unknown"]
        : throw new InvalidOperationException(UnavailableReason);

    /// <summary>Says what is wrong with a value of a schema, for instance an event of a stream.</summary>
    /// <param name="edition">Which API, as for requests.</param>
    /// <param name="schema">The name of the schema.</param>
    /// <param name="value">The value as JSON.</param>
    /// <returns>One sentence per violation; empty if it is right.</returns>
    /// <exception cref="InvalidOperationException">The gate is not available.</exception>
    public IReadOnlyList<string> SchemaViolations(string edition, string schema, string value) =>
        IsAvailable ? [.. _editions[edition][0].CheckSchema(schema, value)] : throw new InvalidOperationException(UnavailableReason);

    private static string? FindFolder()
    {
        for (DirectoryInfo? at = new DirectoryInfo(RepositoryRoot.Path).Parent; at is not null; at = at.Parent)
        {
            string folder = Path.Combine(at.FullName, "shared", Folder);
            if (Directory.Exists(folder))
            {
                return folder;
            }
        }

        return null;
    }

    private static string WithoutMount(string edition, string path)
    {
        int start = edition switch
        {
            "CloudGateway" => path.IndexOf("/wiki/", StringComparison.Ordinal),
            "DataCenter" => path.IndexOf("/rest/", StringComparison.Ordinal),
            _ => 0,
        };
        string bare = start > 0 ? path[start..] : path;
        return edition == "Graph" ? bare.Replace("/microsoft.graph.", "/graph.", StringComparison.Ordinal) : bare;
    }

    private static bool IsSiteByAddress(string path) => Uri.UnescapeDataString(path).StartsWith("/v1.0/sites/", StringComparison.Ordinal) && Uri.UnescapeDataString(path).Contains(":/", StringComparison.Ordinal);

    /// <summary>
    /// The positions of Graph's lists and feeds come from links in answers, which the descriptions name and do not describe. They have the token of a feed in the function's brackets, where the
    /// documentation has it in the query.
    /// </summary>
    private static ILookup<string, string> Query(string query, string path) =>
        query.Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(p => p.Split('=', 2))
            .Where(p => Decode(p[0]) != "$skiptoken" && !(Decode(p[0]) == "token" && path.EndsWith("/delta", StringComparison.Ordinal)))
            .ToLookup(p => Decode(p[0]), p => Decode(p.ElementAtOrDefault(1) ?? string.Empty), StringComparer.Ordinal);

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
