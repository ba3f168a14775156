using Navo.Integrations.Abstractions;

namespace Navo.Integrations.EnterpriseGpt.Internal.Language;

/// <summary>What a summary can be asked for.</summary>
internal static class SummaryRules
{
    public static void Check(SummaryRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        Require(!string.IsNullOrWhiteSpace(request.Markdown), "The text to summarize is empty.");
        Require(Enum.IsDefined(request.Style) && Enum.IsDefined(request.Length), "The summary's Style or Length is none that there is.");
        Require(request.MaxWords is null or (>= 10 and <= 5000), "MaxWords is 10 to 5,000.");
        Require(request.MaxCalls is >= 1 and <= 10_000, "MaxCalls is 1 to 10,000.");
        Require(request.Audience is null || IsText(request.Audience, 200), "Audience has 1 to 200 characters.");
        Require(request.Focus is null || IsText(request.Focus, 2000), "Focus has 1 to 2,000 characters.");
        Require(request.Language is null || IsTag(request.Language), "Language is a BCP-47 tag such as 'de' or 'pt-BR'.");
    }

    private static bool IsText(string text, int longest) => !string.IsNullOrWhiteSpace(text) && text.Length <= longest;

    /// <summary>It goes into the instructions, so nothing but a tag may pass.</summary>
    private static bool IsTag(string text) =>
        text.Length is >= 2 and <= 35 && char.IsAsciiLetter(text[0]) && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');

    private static void Require(bool condition, string message)
    {
        if (!condition)
        {
            throw new InvalidQueryException(message);
        }
    }
}
