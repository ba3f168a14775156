namespace Navo.Integrations.Core.Audit;

/// <summary>Where <see cref="JsonLinesAuditSink"/> writes, in which shape, and what becomes of a file that is full.</summary>
public sealed class AuditFileOptions
{
    /// <summary>The file; its folder must exist. Null for none, and then the trail goes to the logger.</summary>
    public string? Path { get; set; }

    /// <summary>The shape of a line; <see cref="AuditFormat.Navo"/> by default.</summary>
    public AuditFormat Format { get; set; }

    /// <summary>The size in bytes from which a file is set aside and a new one begun, 4,096 to 1 TiB; null, the default, for never. A record is never parted: one that is larger has a file of its own.</summary>
    public long? MaxBytes { get; set; }

    /// <summary>Whether each day (UTC) has a file of its own; false by default.</summary>
    public bool Daily { get; set; }

    /// <summary>How many files that were set aside are kept, 1 to 100,000; older ones are deleted. Null, the default, keeps all.</summary>
    public int? KeepFiles { get; set; }

    /// <summary>Whether each line carries a hash over itself and the line before it, so that a change shows. False by default. <see cref="AuditChain"/> verifies it.</summary>
    public bool Chain { get; set; }

    /// <summary>
    /// A secret of 32 bytes or more as base64: with it the hash is HMAC-SHA256, which nobody can make anew who lacks it; without it SHA-256, which shows accidents and careless hands only.
    /// A chain has one key from its beginning: for another key, name another file.
    /// </summary>
    public string? ChainKey { get; set; }
}
