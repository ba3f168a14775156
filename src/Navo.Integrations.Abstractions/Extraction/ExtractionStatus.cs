namespace Navo.Integrations.Abstractions;

/// <summary>How the extraction of a file's text ended.</summary>
public enum ExtractionStatus
{
    /// <summary>The file was read to its end.</summary>
    Extracted,

    /// <summary>A limit of the options ended the reading; the text up to there is given.</summary>
    LimitReached,

    /// <summary>The time limit ended the reading; the text up to there is given.</summary>
    TimedOut,

    /// <summary>The file was read and holds no text: it is empty, or its pages are images.</summary>
    NothingToExtract,

    /// <summary>The file is protected by a password or by rights management.</summary>
    Encrypted,

    /// <summary>The file is damaged or not what its format demands; text before the damage is given where there is some.</summary>
    Corrupt,

    /// <summary>The file is larger, or expands to more, than the options allow.</summary>
    TooLarge,

    /// <summary>No extractor reads this type.</summary>
    Unsupported,
}
