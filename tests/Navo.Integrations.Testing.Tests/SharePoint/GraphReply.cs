using System.Text.Json;

namespace Navo.Integrations.Testing.Tests.SharePoint;

/// <summary>What the simulator answered.</summary>
internal sealed record GraphReply(int Status, Dictionary<string, string> Headers, string Text)
{
    public JsonElement Body => JsonElement.Parse(Text);

    public string ErrorCode => Body.GetProperty("error").GetProperty("code").GetString()!;
}
