namespace Navo.Integrations.Confluence.Internal;

/// <summary>Finds who a body in storage format mentions, without parsing it: the ids are needed before the rendering begins.</summary>
internal static class MentionScanner
{
    public static IReadOnlyCollection<string> IdsIn(string? storage, string attribute)
    {
        HashSet<string> ids = new(StringComparer.Ordinal);
        string opening = $"{attribute}=\"";
        for (int at = Next(0); at >= 0; at = Next(at))
        {
            int end = storage!.IndexOf('"', at);
            if (end < 0)
            {
                break;
            }

            string id = storage[at..end];
            if (id.Length is > 0 and <= 200)
            {
                ids.Add(id);
            }
        }

        return ids;

        int Next(int from)
        {
            int found = storage?.IndexOf(opening, from, StringComparison.Ordinal) ?? -1;
            return found < 0 ? -1 : found + opening.Length;
        }
    }
}
