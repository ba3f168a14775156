using System.Globalization;

namespace Navo.Integrations.Testing.Confluence.Model;

/// <summary>The vendor's words for types and the form of ids.</summary>
internal static class ContentNames
{
    private const string AttachmentPrefix = "att";

    public static string TypeOf(SimulatedContent content) => content.Type switch
    {
        SimulatedContentType.Page => "page",
        SimulatedContentType.BlogPost => "blogpost",
        SimulatedContentType.Attachment => "attachment",
        SimulatedContentType.Comment => "comment",
        SimulatedContentType.Whiteboard => "whiteboard",
        SimulatedContentType.Database => "database",
        SimulatedContentType.SmartLink => "embed",
        _ => "folder",
    };

    public static string IdOf(SimulatedContent content) => IdOf(content.Type, content.Id);

    public static string IdOf(SimulatedContentType type, long id)
    {
        var digits = id.ToString(CultureInfo.InvariantCulture);
        return type is SimulatedContentType.Attachment ? AttachmentPrefix + digits : digits;
    }

    public static long? ParseId(string? id) =>
        long.TryParse(
            id?.StartsWith(AttachmentPrefix, StringComparison.Ordinal) is true ? id.AsSpan(AttachmentPrefix.Length) : id,
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var number) ? number : null;
}
