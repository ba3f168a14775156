namespace Navo.Integrations.Core.Configuration;

/// <summary>What the value of an <see cref="OptionKey"/> means, and so how its text is read.</summary>
public enum OptionKeyKind
{
    /// <summary>Text, taken as it is.</summary>
    Text = 0,

    /// <summary>Text that proves who one is. It stands in no message, and is not inherited by a named instance that has an address of its own.</summary>
    Secret,

    /// <summary>Text that names the account a secret belongs to; inherited like a secret.</summary>
    Account,

    /// <summary>The absolute <c>https</c> or <c>http</c> address of the source, to which its credentials go. Without user information.</summary>
    Address,

    /// <summary>A whole number of 32 bits.</summary>
    Integer,

    /// <summary>A whole number of bytes, of 64 bits.</summary>
    Bytes,

    /// <summary>A number, with a point before decimals whatever the culture.</summary>
    Number,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Flag,

    /// <summary>A duration: a bare number means seconds; <c>hh:mm:ss</c> or <c>d.hh:mm:ss</c> means what it says.</summary>
    Seconds,

    /// <summary>A duration: a bare number means days; <c>hh:mm:ss</c> or <c>d.hh:mm:ss</c> means what it says.</summary>
    Days,

    /// <summary>A list of texts, or one text with commas between the items.</summary>
    List,

    /// <summary>One of the names in <see cref="OptionKey.Choices"/>; case and underscores do not matter.</summary>
    Choice,
}
