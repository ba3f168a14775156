using Navo.Integrations.Abstractions;

namespace Navo.Integrations.SharePoint;

/// <content>What a query begins with: words, and the managed properties that every tenant has (<see href="https://learn.microsoft.com/sharepoint/crawled-and-managed-properties-overview"/>).</content>
public sealed partial class Kql
{
    /// <summary>The title.</summary>
    public static KqlTextField Title { get; } = new("Title");

    /// <summary>The name of the file with its extension.</summary>
    public static KqlTextField FileName { get; } = new("FileName");

    /// <summary>The type of the file by its content, as an extension without the dot: <c>docx</c>.</summary>
    public static KqlField<string> FileType { get; } = new("FileType", ":", Extension);

    /// <summary>The extension of the file's name without the dot: <c>docx</c>.</summary>
    public static KqlField<string> FileExtension { get; } = new("FileExtension", ":", Extension);

    /// <summary>The names of the authors.</summary>
    public static KqlTextField Author { get; } = new("Author");

    /// <summary>The web address.</summary>
    public static KqlPathField Path { get; } = new("Path");

    /// <summary>The web address of the site collection that holds it.</summary>
    public static KqlField<Uri> Site { get; } = new("SPSiteURL", "=", static address => KqlLiteral.Address(address, asFolder: false));

    /// <summary>The id of the site collection that holds it.</summary>
    public static KqlField<Guid> SiteId { get; } = new("SiteId", ":", KqlLiteral.Id);

    /// <summary>The id of the list or library that holds it.</summary>
    public static KqlField<Guid> ListId { get; } = new("ListId", ":", KqlLiteral.Id);

    /// <summary>The name of the content type.</summary>
    public static KqlField<string> ContentType { get; } = new("ContentType", "=", KqlLiteral.Exact);

    /// <summary>The size in bytes.</summary>
    public static KqlNumberField Size { get; } = new("Size");

    /// <summary>When it was created.</summary>
    public static KqlTimeField Created { get; } = new("Created");

    /// <summary>When it was last modified.</summary>
    public static KqlTimeField LastModifiedTime { get; } = new("LastModifiedTime");

    /// <summary>Whether it is a document.</summary>
    public static KqlField<bool> IsDocument { get; } = new("IsDocument", "=", KqlLiteral.Flag);

    /// <summary>Whether it is a folder, library, list or site.</summary>
    public static KqlField<bool> IsContainer { get; } = new("IsContainer", "=", KqlLiteral.Flag);

    /// <summary>The id of the sensitivity label.</summary>
    public static KqlField<Guid> SensitivityLabel { get; } = new("InformationProtectionLabelId", ":", KqlLiteral.Id);

    /// <summary>The name of the retention label.</summary>
    public static KqlField<string> RetentionLabel { get; } = new("ComplianceTag", "=", KqlLiteral.Exact);

    /// <summary>Holds all words, anywhere.</summary>
    /// <param name="words">Plain text; nothing in it is read as an operator. 1 to 4,096 characters with at least one letter or digit.</param>
    /// <returns>The clause.</returns>
    /// <exception cref="InvalidQueryException">No word remains, or the text is too long.</exception>
    public static Kql Text(string words) => new(KqlClause.Words(KqlWords.Of(words)));

    /// <summary>Holds the words one after another, anywhere.</summary>
    /// <param name="phrase">Plain text, as in <see cref="Text"/>.</param>
    /// <returns>The clause.</returns>
    /// <exception cref="InvalidQueryException">No word remains, or the text is too long.</exception>
    public static Kql Phrase(string phrase) => new(KqlClause.Single(KqlWords.Phrase(phrase)));

    /// <summary>Holds the words one after another, where the last may go on: <c>bud</c> finds <c>budget</c>.</summary>
    /// <param name="beginning">Plain text, as in <see cref="Text"/>.</param>
    /// <returns>The clause.</returns>
    /// <exception cref="InvalidQueryException">No word remains, or the text is too long.</exception>
    public static Kql Prefix(string beginning) => new(KqlClause.Single(KqlWords.Phrase(beginning, isPrefix: true)));

    /// <summary>A managed property by its name, such as <c>RefinableString01</c>.</summary>
    /// <param name="name">The name: a letter, then letters, digits, <c>_</c> or <c>.</c>; at most 64 characters, none of the operators.</param>
    /// <returns>The property.</returns>
    /// <exception cref="InvalidQueryException">That cannot be the name of a property.</exception>
    public static KqlProperty Property(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return KqlGrammar.IsPropertyName(name)
            ? new(name)
            : throw new InvalidQueryException("The name of a managed property is a letter and then letters, digits, '_' or '.', at most 64 in all, and no operator.");
    }

    private static string Extension(string extension) => KqlLiteral.Exact(extension.TrimStart('.'));
}
