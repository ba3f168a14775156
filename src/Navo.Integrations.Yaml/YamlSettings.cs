using System.Globalization;
using Navo.Integrations.Abstractions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Navo.Integrations.Yaml;

/// <summary>Reads a YAML document into configuration keys, event by event, so that nothing is built before it is checked.</summary>
internal sealed class YamlSettings
{
    private const int MaxDepth = 64;

    private readonly Dictionary<string, string?> _values = new(StringComparer.OrdinalIgnoreCase);
    private readonly Stack<YamlCollection> _open = new();
    private readonly string _file;
    private bool _hasDocument;

    private YamlSettings(string file) => _file = file;

    /// <summary>Reads a whole document.</summary>
    /// <exception cref="ConfigurationException">It holds more than scalars, maps and lists, or is not YAML.</exception>
    public static Dictionary<string, string?> Read(Stream stream, string file)
    {
        YamlSettings settings = new(file);
        try
        {
            Parser parser = new(new StringReader(BoundedText.Read(stream, file)));
            while (parser.MoveNext())
            {
                settings.Take(parser.Current!);
            }
        }
        catch (YamlException e)
        {
            throw settings.Refuse(e.Start, "is not YAML");
        }

        return settings._values;
    }

    private void Take(ParsingEvent current)
    {
        switch (current)
        {
            case DocumentStart when _hasDocument:
                throw Refuse(current.Start, "begins a second document");
            case DocumentStart:
                _hasDocument = true;
                break;
            case AnchorAlias:
                throw Refuse(current.Start, "holds an alias");
            case NodeEvent node:
                TakeNode(node);
                break;
            case MappingEnd or SequenceEnd:
                Close();
                break;
        }
    }

    private void TakeNode(NodeEvent node)
    {
        if (!node.Anchor.IsEmpty || !node.Tag.IsEmpty)
        {
            throw Refuse(node.Start, node.Tag.IsEmpty ? "holds an anchor" : "holds a type tag");
        }

        if (_open.TryPeek(out YamlCollection? parent) && parent.AwaitsKey)
        {
            TakeKey(parent, node);
            return;
        }

        string path = parent?.NextPath() ?? string.Empty;
        if (node is Scalar scalar)
        {
            TakeValue(path, scalar);
            return;
        }

        bool isMap = node is MappingStart;
        if ((parent is null && !isMap) || _open.Count == MaxDepth)
        {
            throw Refuse(node.Start, parent is null ? "is not a map" : $"is nested more than {MaxDepth} deep");
        }

        _open.Push(new(path, isMap));
    }

    private void TakeKey(YamlCollection map, NodeEvent node)
    {
        if (node is not Scalar { Value.Length: > 0 } key)
        {
            throw Refuse(node.Start, "holds a key that is not a text");
        }

        if (!map.TryTakeKey(key.Value))
        {
            throw Refuse(node.Start, $"holds the key '{key.Value}' for a second time");
        }
    }

    private void TakeValue(string path, Scalar scalar)
    {
        bool isNull = scalar.Style == ScalarStyle.Plain && scalar.Value is "" or "~" or "null" or "Null" or "NULL";
        if (path.Length == 0 && !isNull)
        {
            throw Refuse(scalar.Start, "is not a map");
        }

        Add(path, isNull ? null : scalar.Value, scalar.Start);
    }

    private void Close()
    {
        YamlCollection closed = _open.Pop();
        if (closed.IsEmpty && closed.Path.Length > 0)
        {
            _values[closed.Path] = closed.IsMap ? null : string.Empty;
        }
    }

    private void Add(string path, string? value, Mark at)
    {
        if (path.Length > 0 && !_values.TryAdd(path, value))
        {
            throw Refuse(at, $"sets '{path}' for a second time");
        }
    }

    private ConfigurationException Refuse(Mark at, string problem)
    {
        string place = string.Create(CultureInfo.InvariantCulture, $"{_file}, line {at.Line}, column {at.Column}");
        return new($"{place}: the file {problem}.")
        {
            Remedy = "Write plain scalars, maps and lists, each key once; anchors, aliases, type tags and further documents are not read.",
        };
    }
}
