using System.Globalization;

namespace Navo.Integrations.Core.Audit.Files;

/// <summary>The files that were set aside for an audit file, for example <c>audit.000007.2026-03-01.jsonl</c> for <c>audit.jsonl</c>. The number tells their order.</summary>
internal sealed class RotatedFiles(string path)
{
    private readonly string _folder = Path.GetDirectoryName(path)!;
    private readonly string _start = Path.GetFileNameWithoutExtension(path) + ".";
    private readonly string _extension = Path.GetExtension(path);

    /// <summary>Their paths, the oldest first.</summary>
    public IReadOnlyList<string> List() => [.. Numbered().Select(static file => file.Path)];

    /// <summary>Sets the file aside under the next number: not one that a file had which was taken elsewhere since.</summary>
    public void SetAside(DateOnly day, WriterLock writer)
    {
        int number = Math.Max(Numbered().LastOrDefault().Number, writer.LastNumber) + 1;
        writer.LastNumber = number;
        string name = string.Create(CultureInfo.InvariantCulture, $"{_start}{number:D6}.{day:yyyy-MM-dd}{_extension}");
        File.Move(path, Path.Combine(_folder, name));
    }

    /// <summary>Deletes the oldest beyond a number; one that can't be deleted now is tried again the next time, for it must not keep a record from being written.</summary>
    public void Keep(int count)
    {
        foreach (string old in List().SkipLast(count))
        {
            try
            {
                File.Delete(old);
            }
            catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
            {
                return;
            }
        }
    }

    private IEnumerable<(string Path, int Number)> Numbered() =>
        Directory.EnumerateFiles(_folder).Select(file => (Path: file, Number: NumberOf(Path.GetFileName(file)))).Where(static file => file.Number > 0)
            .OrderBy(static file => file.Number).ThenBy(static file => file.Path, StringComparer.Ordinal);

    private int NumberOf(string name)
    {
        if (!name.StartsWith(_start, StringComparison.Ordinal) || !name.EndsWith(_extension, StringComparison.Ordinal) || name.Length <= _start.Length + _extension.Length)
        {
            return 0;
        }

        string[] parts = name[_start.Length..^_extension.Length].Split('.');
        return parts is [string number, string day]
            && DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int found) ? found : 0;
    }
}
