using System.Text.Json;
using Navo.Integrations.Confluence.Mapping.Storage;

namespace Navo.Integrations.Confluence.Mapping.Adf;

/// <summary>Extensions: macros under another name, which the vocabulary of macros renders.</summary>
internal static class AdfExtensions
{
    // Where the editor keeps the body of a macro that takes plain text.
    private const string PlainBody = "__bodyContent";

    public static void Extension(AdfRewriter to, AdfNode node)
    {
        JsonElement? parameters = AdfNode.ObjectIn(node.Object("parameters"), "macroParams");
        string name = node["extensionKey"] ?? "extension";
        to.Storage.Open("ac:structured-macro", ("ac:name", name));
        string? title = AdfNode.TextIn(node.Object("parameters"), "extensionTitle") ?? node["text"];
        if (MacroVocabulary.Find(name) is null && ParameterOf(parameters, "title") is null)
        {
            Parameter(to, "title", title);
        }

        foreach (JsonProperty parameter in parameters?.EnumerateObject() ?? default)
        {
            Parameter(to, name, parameter.Name, ValueOf(parameter.Value));
        }

        Body(to, node, ParameterOf(parameters, PlainBody));
        to.Storage.Close();
    }

    /// <summary>A macro with the content of a node as its body.</summary>
    public static void Bodied(AdfRewriter to, AdfNode node, string name, params ReadOnlySpan<(string Name, string? Value)> parameters)
    {
        to.Storage.Open("ac:structured-macro", ("ac:name", name));
        foreach ((string parameter, string? value) in parameters)
        {
            Parameter(to, parameter, value);
        }

        to.Element(node, "ac:rich-text-body");
        to.Storage.Close();
    }

    /// <summary>Writes a parameter that has a value.</summary>
    public static void Parameter(AdfRewriter to, string name, string? value)
    {
        if (value is not null)
        {
            to.Storage.Open("ac:parameter", ("ac:name", name)).Text(value).Close();
        }
    }

    /// <summary>What the editor could not express: its storage format where that is kept, and else its text.</summary>
    public static void Unsupported(AdfRewriter to, AdfNode node)
    {
        if (node["cxhtml"] is { } storage && StorageMarkup.IsReadable(storage))
        {
            to.Storage.Raw(storage);
        }
        else if (node.Object("originalValue") is { } original)
        {
            to.Node(new AdfNode(original));
        }
        else
        {
            to.Lose($"element:adf:{node.Type}", "The editor could not express it; its source stands in its place.");
            to.Storage.Open("code").Text(node["cxhtml"]).Close();
        }
    }

    public static void Issue(AdfRewriter to, AdfNode node)
    {
        to.Storage.Open("ac:structured-macro", ("ac:name", "jira"));
        Parameter(to, "key", node["issueKey"]);
        to.Storage.Close();
    }

    private static void Body(AdfRewriter to, AdfNode node, string? plain)
    {
        if (plain is not null)
        {
            to.Storage.Open("ac:plain-text-body").Text(plain).Close();
        }
        else if (node.Children.Any())
        {
            to.Element(node, "ac:rich-text-body");
        }
    }

    // Parameters that name a page or file are plain text here and resource identifiers in the storage format.
    private static void Parameter(AdfRewriter to, string macro, string name, string? value)
    {
        if (name == PlainBody || value is null)
        {
            return;
        }

        to.Storage.Open("ac:parameter", ("ac:name", name));
        if (name.Length == 0 && macro is "include" or "excerpt-include")
        {
            int colon = value.IndexOf(':', StringComparison.Ordinal);
            bool hasSpace = colon > 0 && value.AsSpan(0, colon).IndexOf(' ') < 0;
            to.Storage.Empty("ri:page", ("ri:space-key", hasSpace ? value[..colon] : null), ("ri:content-title", hasSpace ? value[(colon + 1)..] : value));
        }
        else if (name == "name" && MacroVocabulary.Find(macro) is { Treatment: MacroTreatment.Linked })
        {
            to.Storage.Empty("ri:attachment", ("ri:filename", value));
        }

        to.Storage.Text(value).Close();
    }

    private static string? ParameterOf(JsonElement? parameters, string name) =>
        parameters is { } known && known.TryGetProperty(name, out JsonElement value) ? ValueOf(value) : null;

    private static string? ValueOf(JsonElement value) => value.ValueKind == JsonValueKind.Object ? AdfNode.TextIn(value, "value") : AdfNode.TextOf(value);
}
