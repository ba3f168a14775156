using System.Collections.Frozen;

namespace Navo.Integrations.Words;

/// <summary>Words that turn a statement round.</summary>
internal static class NegationWords
{
    private static readonly FrozenSet<string> All = new[]
    {
        "not", "no", "never", "none", "cannot", "without", "t", "neither", "nor", "nobody", "nothing", "untrue", "false",
        "nicht", "nichts", "niemand", "weder", "kein", "keine", "keinem", "keinen", "keiner", "keines", "nie", "niemals", "ohne",
        "pas", "jamais", "sans", "rien", "aucun", "aucune", "nunca", "sin", "nada", "ningun", "ninguna", "ninguno", "non", "mai", "senza", "nessun", "nessuna", "nessuno", "niente",
        "nao", "sem", "nenhum", "nenhuma", "niet", "niets", "geen", "nooit", "zonder",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <param name="plain">The word in lower case, without diacritics.</param>
    public static bool Contains(string plain) => All.Contains(plain);
}
