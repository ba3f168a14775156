namespace Navo.Integrations.Core.Audit.Files;

/// <summary>A line of an audit file.</summary>
/// <param name="File">The file.</param>
/// <param name="Number">Its number there, from 1 on.</param>
/// <param name="Bytes">Its bytes without the end of the line.</param>
internal readonly record struct FileLine(string File, long Number, byte[] Bytes);
