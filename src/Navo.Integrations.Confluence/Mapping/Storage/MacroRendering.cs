using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Confluence.Mapping.Storage;

/// <summary>The ways in which macros are written.</summary>
internal static class MacroRendering
{
    /// <summary>The body as it is.</summary>
    public static void Body(StorageCursor at, MacroCall call)
    {
        if (call.Body == MacroBody.Plain)
        {
            CodeMarkup.Block(at.Writer, at.InnerText(), string.Empty);
        }
        else if (call.Body == MacroBody.Rich)
        {
            BlockElements.Block(at);
        }
    }

    /// <summary>A code block with its title above it.</summary>
    public static void Code(StorageCursor at, MacroCall call, string? language)
    {
        Title(at, call);
        string code = call.Body == MacroBody.None ? string.Empty : at.InnerText();
        string safe = string.Concat((language ?? string.Empty).Where(c => char.IsLetterOrDigit(c) || c is '-' or '+' or '#' or '_' or '.'));
        CodeMarkup.Block(at.Writer, code, safe.ToLowerInvariant());
    }

    /// <summary>A quote with its title; an alert of GitHub's where a kind is given.</summary>
    public static void Panel(StorageCursor at, MacroCall call, string? alert) => BlockElements.Quote(at, () =>
    {
        bool marked = alert is not null && at.Writer.Current.Flow == MarkupFlow.Block;
        if (marked)
        {
            at.Writer.Markup($"[!{alert}]");
            at.Writer.Line();
            at.Writer.Indent(string.Empty, string.Empty);
        }

        Title(at, call);
        Body(at, call);
        if (marked)
        {
            at.Writer.Outdent();
        }
    });

    /// <summary>A status lozenge.</summary>
    public static void Status(StorageCursor at, MacroCall call)
    {
        MarkupBuffer buffer = at.Writer.Current;
        bool opened = buffer.Marks.Open(InlineMark.Strong);
        at.Writer.Text(call["title"] ?? call["colour"] ?? call["color"] ?? "status");
        if (opened)
        {
            buffer.Marks.Close();
        }
    }

    /// <summary>A place to link to.</summary>
    public static void Anchor(StorageCursor at, MacroCall call)
    {
        if (call[string.Empty] is { } name)
        {
            at.Sections.Anchor(name, at.Writer.Current.Plain.Length);
            at.Writer.Markup($"<a id=\"{System.Net.WebUtility.HtmlEncode(name)}\"></a>");
        }
    }

    /// <summary>A link to what the macro shows, or a placeholder where it names nothing.</summary>
    public static void Linked(StorageCursor at, MacroCall call, string label)
    {
        ResourceReference? target = call.Resource ?? (call["url"] is { } url ? new ResourceReference(ResourceKind.Address, url) : null);
        if (target is null)
        {
            Placeholder(at, call, label, call["name"]);
            return;
        }

        at.Lose($"macro:{call.Name}", $"{label}: a link stands in its place.");
        Standing(at, () =>
        {
            at.Writer.Text($"{label}: ");
            LinkElements.To(at, target, null, static _ => { });
        });
        Body(at, call);
    }

    /// <summary>A link to the page whose text the macro shows, and a note of it: whether the reader may see that text is not decided here.</summary>
    public static void Included(StorageCursor at, MacroCall call, string label, bool isExcerpt)
    {
        Linked(at, call, label);
        if (call.Resource is { Kind: ResourceKind.Page } page)
        {
            at.Add(new IncludedContent
            {
                Title = page.Target,
                Container = page.Container,
                IsExcerpt = isExcerpt,
                ExcerptName = isExcerpt ? call["name"] : null,
                Position = at.Writer.IsInCell ? null : at.Writer.Current.Markdown.Length,
            });
        }
    }

    /// <summary>The name in brackets, and the body where there is one.</summary>
    public static void Placeholder(StorageCursor at, MacroCall call, string label, string? detail)
    {
        bool hasBody = call.Body != MacroBody.None;
        at.Lose($"macro:{MarkupName.Safe(call.Name)}", hasBody ? "Its body is kept; what it does is not shown." : "Its name stands in its place.");
        Standing(at, () => at.Writer.Text(detail is null ? $"[{label}]" : $"[{label}: {detail}]"));
        Body(at, call);
    }

    // Outside of a paragraph it is a block of its own.
    private static void Standing(StorageCursor at, Action write)
    {
        if (at.Paragraphs > 0)
        {
            write();
            return;
        }

        at.Writer.Block();
        write();
        at.Writer.Block();
    }

    private static void Title(StorageCursor at, MacroCall call)
    {
        if (call["title"] is { } title)
        {
            at.Writer.Block();
            at.Writer.Current.Marks.Open(InlineMark.Strong);
            at.Writer.Text(title);
            at.Writer.Current.Marks.Close();
            at.Writer.Block();
        }
    }
}
