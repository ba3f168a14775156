using MimeKit;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Extraction.Formats.Html;

namespace Navo.Integrations.Extraction.Formats;

/// <summary>Reads messages: who wrote what to whom and when, the text, and the text of what is attached.</summary>
internal sealed class MailExtractor : IFormatExtractor
{
    private static readonly ParserOptions Parsing = new() { MaxMimeDepth = 32 };

    public IReadOnlyList<string> MediaTypes { get; } = [Internal.MediaTypes.Mail];

    public async ValueTask ExtractAsync(DocumentInput input, DocumentWriter output, CancellationToken cancellationToken)
    {
        using MimeMessage message = await MimeMessage.LoadAsync(Parsing, input.Content, persistent: true, cancellationToken).ConfigureAwait(false);
        output.Properties = new DocumentProperties { Title = message.Subject, Author = message.From.ToString(), Created = message.Date == default ? null : message.Date };
        Head(message, output);
        await BodyAsync(message, output, cancellationToken).ConfigureAwait(false);
        await AttachmentsAsync(message, input, output, cancellationToken).ConfigureAwait(false);
    }

    private static void Head(MimeMessage message, DocumentWriter output)
    {
        output.Heading(1, message.Subject ?? string.Empty);
        string[] lines =
        [
            .. Line("From", message.From.ToString()),
            .. Line("To", message.To.ToString()),
            .. Line("Cc", message.Cc.ToString()),
            .. Line("Date", message.Date == default ? string.Empty : message.Date.ToString("yyyy-MM-dd HH:mm zzz", System.Globalization.CultureInfo.InvariantCulture)),
        ];
        output.Paragraph(string.Join('\n', lines));
    }

    private static string[] Line(string name, string value) => value.Length == 0 ? [] : [$"{name}: {value}"];

    private static async Task BodyAsync(MimeMessage message, DocumentWriter output, CancellationToken cancellationToken)
    {
        if (message.Body is MimePart { ContentType: var type } && type.IsMimeType("application", "pkcs7-mime") && type.Parameters["smime-type"] != "signed-data")
        {
            output.Stop(ExtractionStatus.Encrypted, "The message is encrypted (S/MIME); only its head can be read.");
        }

        if (message.HtmlBody is { Length: > 0 } html)
        {
            using AngleSharp.Html.Dom.IHtmlDocument page = await HtmlExtractor.ParseAsync(html, cancellationToken).ConfigureAwait(false);
            new HtmlWriter(output).Write(page.Body);
        }
        else
        {
            foreach (string paragraph in (message.TextBody ?? string.Empty).ReplaceLineEndings("\n").Split("\n\n"))
            {
                output.Paragraph(paragraph.Trim('\n'));
            }
        }
    }

    private static async Task AttachmentsAsync(MimeMessage message, DocumentInput input, DocumentWriter output, CancellationToken cancellationToken)
    {
        foreach (MimeEntity attachment in message.Attachments)
        {
            input.Meter.Checkpoint();
            using MemoryStream content = new();
            await (attachment switch
            {
                MessagePart { Message: { } inner } => inner.WriteToAsync(content, cancellationToken),
                MimePart { Content: { } part } => part.DecodeToAsync(content, cancellationToken),
                _ => Task.CompletedTask,
            }).ConfigureAwait(false);
            content.Position = 0;
            string name = attachment.ContentDisposition?.FileName ?? attachment.ContentType.Name ?? (attachment is MessagePart ? "message.eml" : "attachment");
            output.ListItem($"Attachment: {name}");
            await input.ExtractPartAsync(name, attachment.ContentType.MimeType, content, output, cancellationToken).ConfigureAwait(false);
        }
    }
}
