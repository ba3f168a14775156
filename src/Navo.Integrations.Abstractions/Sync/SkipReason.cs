namespace Navo.Integrations.Abstractions;

/// <summary>Why an item was not delivered.</summary>
public enum SkipReason
{
    /// <summary>A reason that this version does not know.</summary>
    Unknown = 0,

    /// <summary>The service may not read it.</summary>
    Forbidden,

    /// <summary>It vanished between being listed and being read.</summary>
    Vanished,

    /// <summary>It is larger than the configured bound.</summary>
    TooLarge,

    /// <summary>The source's answer about it made no sense.</summary>
    Malformed,

    /// <summary>The source failed on it again and again.</summary>
    Failed,

    /// <summary>It is of a kind that is not read.</summary>
    Unsupported,

    /// <summary>The source holds it to be malware.</summary>
    Malware,
}
