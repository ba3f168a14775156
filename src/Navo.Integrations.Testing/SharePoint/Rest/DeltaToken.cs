using System.Globalization;
using System.Text;
using Navo.Integrations.Testing.SharePoint.Http;

namespace Navo.Integrations.Testing.SharePoint.Rest;

/// <summary>What the opaque tokens of a feed hold.</summary>
/// <param name="Generation">How often tokens had been ended when it was given.</param>
/// <param name="Since">The change after which the feed begins.</param>
/// <param name="Until">The last change of the run.</param>
/// <param name="After">The change after which the page begins.</param>
/// <param name="IsEmpty">Whether the page is an empty one.</param>
internal sealed record DeltaToken(int Generation, long Since, long Until, long After, bool IsEmpty)
{
    /// <summary>The token from which the next run begins.</summary>
    public DeltaToken Next => this with { Since = Until, Until = 0, After = Until, IsEmpty = false };

    public static DeltaToken Parse(string text)
    {
        try
        {
            long[] parts = [.. Encoding.ASCII.GetString(Convert.FromHexString(text)).Split('.').Select(part => long.Parse(part, NumberStyles.None, CultureInfo.InvariantCulture))];
            return parts is [var generation, var since, var until, var after, var isEmpty] ? new((int)generation, since, until, after, isEmpty == 1) : throw Unknown();
        }
        catch (FormatException)
        {
            throw Unknown();
        }
    }

    public override string ToString() =>
        Convert.ToHexString(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Generation}.{Since}.{Until}.{After}.{(IsEmpty ? 1 : 0)}")));

    private static GraphError Unknown() => GraphError.Invalid("The provided delta token is not valid.");
}
