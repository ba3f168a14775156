using System.Globalization;

namespace Navo.Integrations.Confluence.Mapping.Adf;

/// <summary>What stands within a line beside text.</summary>
internal static class AdfInlines
{
    /// <summary>A mention: the name that people bear now, or else the one that was written down.</summary>
    public static void Mention(AdfRewriter to, AdfNode node)
    {
        string id = node["id"] ?? string.Empty;
        string? written = to.Context.UserName(id) is null ? node["text"] : null;
        to.Storage.Open("ac:link").Empty("ri:user", ("ri:account-id", id));
        if (written is not null)
        {
            to.Storage.Open("ac:link-body").Text(written.StartsWith('@') ? written : $"@{written}").Close();
        }

        to.Storage.Close();
    }

    public static void Emoji(AdfRewriter to, AdfNode node)
    {
        string? shown = node["text"] ?? node["shortName"];
        to.Storage.Text(shown ?? "emoji");
    }

    /// <summary>A day, kept as milliseconds of midnight in UTC.</summary>
    public static void Date(AdfRewriter to, AdfNode node)
    {
        string? written = node["timestamp"];
        bool isKnown = long.TryParse(written, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long milliseconds)
            && milliseconds >= DateTimeOffset.MinValue.ToUnixTimeMilliseconds()
            && milliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();
        to.Storage.Text(isKnown ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : written);
    }

    public static void Status(AdfRewriter to, AdfNode node)
    {
        to.Storage.Open("ac:structured-macro", ("ac:name", "status"));
        AdfExtensions.Parameter(to, "title", node["text"]);
        AdfExtensions.Parameter(to, "colour", node["color"]);
        to.Storage.Close();
    }

    public static void Placeholder(AdfRewriter to, AdfNode node) => to.Storage.Text(node["text"]);

    /// <summary>A smart link, on its own or in a line. What it would show is not fetched.</summary>
    public static void Card(AdfRewriter to, AdfNode node)
    {
        string? address = node["url"] ?? AdfNode.TextIn(node.Object("data"), "url") ?? AdfNode.TextIn(node.Object("data"), "@id");
        string? name = AdfNode.TextIn(node.Object("data"), "name");
        bool isBlock = node.Type != "inlineCard";
        if (isBlock)
        {
            to.Storage.Open("p");
        }

        if (address is null)
        {
            to.Lose($"element:adf:{node.Type}", "It names no address.");
            to.Storage.Text(name ?? "[Smart link]");
        }
        else
        {
            to.Storage.Open("a", ("href", address)).Text(name).Close();
        }

        if (node.Object("datasource") is not null)
        {
            to.Lose("element:adf:datasource", "The link stands in its place; the list that it shows is not fetched.");
        }

        if (isBlock)
        {
            to.Storage.Close();
        }
    }
}
