using System.Collections.Frozen;

namespace Navo.Integrations.EnterpriseGpt.Internal.Language;

/// <summary>Words that say little of what is looked for, but in which language. One look-up gives all languages of a word.</summary>
internal static class StopWords
{
    /// <summary>The languages, in the order of the bits that <see cref="LanguagesOf"/> gives.</summary>
    public static readonly string[] Languages = ["en", "de", "fr", "es", "it", "pt", "nl"];

    private static readonly string[] Lists =
    [
        "a about all am an and any are as at be been but by can could did do does for from had has have he her his how i if in into is it its "
        + "me my need no not of on or our please she should so some than that the their them there these they this those to us was we were what when "
        + "where which who whom whose why will with would you your",
        "aber alle allen als am an auch auf aus bei bin bis bitte das dass dein dem den der des die dies diese diesem diesen dieser dieses du durch ein eine "
        + "einem einen einer eines er es für gab gibt habe haben hat hatte ich ihr ihre im in ist kann kannst können man mein meine mich mir mit muss nach nicht noch oder "
        + "sich sie sind soll über um und uns unser unsere unserem unseren unserer vom von vor war waren was welche welchen welcher welches wenn wer wie wir wird "
        + "wo zu zum zur",
        "à au aux avec ce ces cette comment dans de des du elle en est et être il ils je la le les leur ma mais mes mon ne nos notre nous où ou par pas "
        + "pour pourquoi qu que quel quelle quelles quels qui quoi sa se ses son sont sur tu un une vos votre vous",
        "al como cómo con cual cuál cuáles cuándo de del desde donde dónde el ella en es esta está están este esto hay la las lo los mi mis nos nuestra nuestro o para "
        + "pero por qué que quién se ser sin sobre son su sus tu un una unos y",
        "a agli ai al alla anche che chi ci come con cosa da dal dalla dei del della delle di dove e è gli ha ho i il in io la le lo mi nel nella noi non nostra nostro o per "
        + "perché più quale quali quando sono su sul sulla tra un una uno",
        "a ao aos as até com como da das de do dos e é ela ele em entre está eu foi isso isto mas meu minha na nas não no nos nossa nosso o onde os ou para pela pelo por "
        + "quais qual quando que quem são se sem ser seu sua um uma você",
        "aan alle als bij dan dat de deze die dit door een en er geen heb hebben heeft het hoe hun ik in is jij kan kunnen maar me met mijn moet naar niet "
        + "nog of om onder ons onze ook op over te tot uit van voor waar waarom wanneer wat we welke wie wij zijn zou",
    ];

    private static readonly FrozenDictionary<string, byte> Words = Lists
        .SelectMany((list, language) => list.Split(' ').Select(word => (word, Bit: (byte)(1 << language))))
        .GroupBy(w => w.word, w => w.Bit)
        .ToFrozenDictionary(g => g.Key, g => g.Aggregate((a, b) => (byte)(a | b)), StringComparer.Ordinal);

    /// <summary>A bit for each language that has the word among its stop words.</summary>
    public static byte LanguagesOf(string lower) => Words.GetValueOrDefault(lower);

    /// <summary>Whether a word says nothing in the language; where that is not known, in any.</summary>
    public static bool Contains(string lower, string language)
    {
        int index = Array.IndexOf(Languages, language);
        byte all = LanguagesOf(lower);
        return index < 0 ? all != 0 : (all & (1 << index)) != 0;
    }
}
