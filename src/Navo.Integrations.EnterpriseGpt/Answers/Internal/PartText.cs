namespace Navo.Integrations.EnterpriseGpt.Internal.Answers;

/// <summary>Joins what stood before and behind a marker that is gone.</summary>
internal static class PartText
{
    /// <summary>One space is left of two, and none before a mark of punctuation.</summary>
    public static string Join(string left, string right) =>
        right.Length > 0 && (char.IsWhiteSpace(right[0]) || right[0] is '.' or ',' or ';' or ':' or '!' or '?' or ')' or '。' or '、') ? left.TrimEnd() + right : left + right;
}
