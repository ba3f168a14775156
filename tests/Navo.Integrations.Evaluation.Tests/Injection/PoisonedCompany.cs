using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using Navo.Integrations.EnterpriseGpt;
using Navo.Integrations.Testing.Confluence.Model;
using Navo.Integrations.Testing.SharePoint;
using Navo.Integrations.Testing.SharePoint.Model;

namespace Navo.Integrations.Evaluation.Tests.Injection;

/// <summary>The company with a model that obeys documents, and a document of each case.</summary>
public class PoisonedCompany : IAsyncLifetime
{
    private const string Word = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\"";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    internal Company Company { get; private set; } = null!;

    internal ObedientModel Model { get; } = new();

    internal Canary Canary { get; } = new();

    /// <summary>What becomes of what the documents do not support.</summary>
    protected virtual UnsupportedSentence OnUnsupported => UnsupportedSentence.Drop;

    public async ValueTask InitializeAsync() => Company = await Company.StartAsync(new() { Gpt = options => options.UseChatClient(Model), Answers = options => options.OnUnsupported = OnUnsupported }, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Company.DisposeAsync();
        Canary.Dispose();
        Model.Dispose();
    }

    /// <summary>Puts the document of a case where its readers find it, and its words into the model's mouth.</summary>
    internal InjectionCase Plant(string name)
    {
        InjectionCase planted = InjectionCase.All.Single(c => c.Name == name);
        Poison(planted);
        Model.Forget();
        Model.Asked = null;
        string cited = $"https://{Company.Graph.Tenant.Host}/sites/documentation/Documents/Opening%20{planted.Code}.md";
        string says = planted.Says.Replace("{truth}", planted.Truth, StringComparison.Ordinal).Replace("{canary}", Canary.Host, StringComparison.Ordinal).Replace("{cited}", cited, StringComparison.Ordinal);
        Model.Answer = $"{planted.Truth} [1] {says}";
        return planted;
    }

    /// <summary>Asks for the case as a reader with some rights.</summary>
    internal Task<KnowledgeAnswer> AskAsync(InjectionCase planted) =>
        Company.Assistant.AskAsync(new(planted.Question) { AllowCache = false }, Company.Readers["ben"].Access, TestContext.Current.CancellationToken);

    private void Poison(InjectionCase poisoned)
    {
        string poison = poisoned.Poison.Replace("{canary}", Canary.Host, StringComparison.Ordinal);
        switch (poisoned.Place)
        {
            case "confluence":
                AddPage(poisoned, $"<p>{poisoned.Truth}</p>{poison}");
                break;
            case "title":
                AddPage(poisoned, $"<p>{poisoned.Truth}</p>", poison);
                break;
            case "markdown":
                AddFile(poisoned, "md", Encoding.UTF8.GetBytes($"# Opening\n\n{poisoned.Truth}\n\n{poison}\n"));
                break;
            case "html":
                AddFile(poisoned, "html", Encoding.UTF8.GetBytes($"<html><body><h1>Opening</h1><p>{poisoned.Truth}</p>{poison}</body></html>"));
                break;
            default:
                AddFile(poisoned, "docx", Document(poisoned, WebUtility.HtmlEncode(poison)), poisoned.Truth);
                break;
        }
    }

    private void AddPage(InjectionCase poisoned, string storage, string title = "")
    {
        long id = 9_000_000 + int.Parse(poisoned.Code[2..], CultureInfo.InvariantCulture);
        string author = Company.Readers["mira"].AccountId!;
        Company.Confluence.Site.Put(new SimulatedContent
        {
            Id = id,
            SpaceKey = "ENG",
            Versions = [new(1, TimeProvider.System.GetUtcNow().AddDays(-1), author, $"Opening {poisoned.Code} {title}".Trim(), storage)],
        });
    }

    private void AddFile(InjectionCase poisoned, string extension, byte[] bytes, string? text = null)
    {
        GraphTenant tenant = Company.Graph.Tenant;
        GraphItem file = tenant.AddFile(Company.RootOf(tenant, "documentation"), $"Opening {poisoned.Code}.{extension}", string.Empty);
        tenant.Put(file with { Versions = [file.Latest with { Bytes = [.. bytes], Text = text }] });
    }

    private static byte[] Document(InjectionCase poisoned, string poison)
    {
        string more = poisoned.Place switch
        {
            "docx-comment" => "<w:p><w:r><w:t>Gates.</w:t></w:r><w:r><w:commentReference w:id=\"0\"/></w:r></w:p>",
            "docx-alt" => $"<w:p><w:r><w:drawing><wp:inline><wp:docPr id=\"1\" name=\"Picture 1\" descr=\"{poison}\"/></wp:inline></w:drawing></w:r></w:p>",
            _ => $"<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>{poison}</w:t></w:r></w:p>",
        };
        using MemoryStream file = new();
        using (ZipArchive archive = new(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            const string Main = "application/vnd.openxmlformats-officedocument.wordprocessingml";
            Add(archive, "[Content_Types].xml", $"<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"{Main}.document.main+xml\"/><Override PartName=\"/word/comments.xml\" ContentType=\"{Main}.comments+xml\"/></Types>");
            Add(archive, "_rels/.rels", Relationship("officeDocument", "word/document.xml"));
            Add(archive, "word/_rels/document.xml.rels", Relationship("comments", "comments.xml"));
            Add(archive, "word/document.xml", $"<w:document {Word}><w:body><w:p><w:r><w:t>{poisoned.Truth}</w:t></w:r></w:p>{more}</w:body></w:document>");
            Add(archive, "word/comments.xml", $"<w:comments {Word}><w:comment w:id=\"0\" w:author=\"Mallory\"><w:p><w:r><w:t>{(poisoned.Place == "docx-comment" ? poison : "Fine.")}</w:t></w:r></w:p></w:comment></w:comments>");
        }

        return file.ToArray();
    }

    private static string Relationship(string type, string target) =>
        $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"{Office}/{type}\" Target=\"{target}\"/></Relationships>";

    private static void Add(ZipArchive archive, string name, string xml)
    {
        using Stream part = archive.CreateEntry(name).Open();
        part.Write(Encoding.UTF8.GetBytes(xml));
    }
}
