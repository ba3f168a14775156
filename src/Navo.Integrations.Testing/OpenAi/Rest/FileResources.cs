using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Navo.Integrations.Testing.OpenAi.Http;

namespace Navo.Integrations.Testing.OpenAi.Rest;

/// <summary>Files by themselves: uploaded as text, listed, read and deleted.</summary>
internal static class FileResources
{
    private static readonly string[] Purposes = ["assistants", "batch", "fine-tune", "vision", "user_data", "evals"];

    public static Task AnswerAsync(OpenAiCall call) => (call.Http.Request.Method, call.Segments) switch
    {
        ("GET", [_]) => call.SendAsync(Paging.Page(
            call, call.Organization.Files.Where(f => call.Query("purpose") is not { } purpose || f.Purpose == purpose).Select(Json), 10_000, 10_000)),
        ("POST", [_]) => UploadAsync(call),
        ("GET", [_, var id]) => call.SendAsync(Json(Find(call, id))),
        ("GET", [_, var id, "content"]) => ContentAsync(call, Find(call, id)),
        ("DELETE", [_, var id]) => call.SendAsync(Delete(call, id)),
        var (method, _) => throw OpenAiError.UnknownUrl(method, call.Http.Request.Path),
    };

    public static OpenAiFile Find(OpenAiCall call, string id) => call.Organization.File(id) ?? throw OpenAiError.NotFound("No such File object:", id);

    private static async Task UploadAsync(OpenAiCall call)
    {
        HttpRequest request = call.Http.Request;
        IFormCollection form = request.HasFormContentType ? await request.ReadFormAsync(call.Aborted).ConfigureAwait(false) : throw OpenAiError.Missing("file");
        IFormFile sent = form.Files.GetFile("file") ?? throw OpenAiError.Missing("file");
        string purpose = form["purpose"].ToString() is { Length: > 0 } given ? given : throw OpenAiError.Missing("purpose");
        if (!Purposes.Contains(purpose))
        {
            throw OpenAiError.InvalidValue("purpose", purpose, Purposes);
        }

        using StreamReader reader = new(sent.OpenReadStream(), Encoding.UTF8);
        string text = await reader.ReadToEndAsync(call.Aborted).ConfigureAwait(false);
        OpenAiFile file = new(call.Server.NextId("file-", 22), sent.FileName, text, call.Server.Time.GetUtcNow()) { Purpose = purpose };
        call.Organization.Keep(file);
        await call.SendAsync(Json(file)).ConfigureAwait(false);
    }

    private static async Task ContentAsync(OpenAiCall call, OpenAiFile file)
    {
        if (file.Purpose == "assistants")
        {
            throw new OpenAiError(400, "Not allowed to download files of purpose: assistants");
        }

        call.Http.Response.ContentType = "application/octet-stream";
        await call.Http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(file.Text), call.Aborted).ConfigureAwait(false);
    }

    private static JsonObject Delete(OpenAiCall call, string id) => call.Organization.RemoveFile(id)
        ? new() { ["id"] = id, ["object"] = "file", ["deleted"] = true }
        : throw OpenAiError.NotFound("No such File object:", id);

    private static JsonObject Json(OpenAiFile file) => new()
    {
        ["id"] = file.Id,
        ["object"] = "file",
        ["bytes"] = Encoding.UTF8.GetByteCount(file.Text),
        ["created_at"] = file.Created.ToUnixTimeSeconds(),
        ["filename"] = file.Name,
        ["purpose"] = file.Purpose,
        ["status"] = "processed",
    };
}
