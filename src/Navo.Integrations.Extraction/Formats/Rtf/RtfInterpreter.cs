using System.Text;

namespace Navo.Integrations.Extraction.Formats.Rtf;

/// <summary>Gives tokens their meaning. Groups are kept on a stack of its own, so that their depth is bounded.</summary>
internal sealed class RtfInterpreter(RtfText text)
{
    private const int MaxDepth = 1000;

    private readonly Stack<RtfState> _outer = [];
    private readonly RtfFonts _fonts = new();
    private readonly List<byte> _bytes = [];
    private RtfState _state = new(RtfDestination.Body, 0, 1, IsHidden: false);
    private int _toSkip;
    private bool _ignorable;

    /// <summary>Takes the next token.</summary>
    public void Take(RtfToken token, RtfTokenizer tokens)
    {
        if (token.Kind == RtfTokenKind.Byte)
        {
            Byte((byte)token.Value!.Value);
            return;
        }

        Decode();
        switch (token.Kind)
        {
            case RtfTokenKind.Open:
                Open();
                break;
            case RtfTokenKind.Close:
                Close();
                break;
            case RtfTokenKind.Control when token.Word == "bin":
                tokens.Skip(Math.Max(token.Value ?? 0, 0));
                break;
            default:
                Control(token.Word, token.Value);
                break;
        }
    }

    /// <summary>Writes what is left.</summary>
    public void Complete()
    {
        Decode();
        text.Complete();
    }

    private void Open()
    {
        if (_outer.Count >= MaxDepth)
        {
            throw new InvalidDataException("Groups are nested without end.");
        }

        _toSkip = 0;
        _outer.Push(_state);
    }

    private void Close()
    {
        _toSkip = 0;
        if (_outer.TryPop(out RtfState outer))
        {
            if (outer.Destination != _state.Destination)
            {
                text.Leave(_state.Destination);
            }

            _state = outer;
        }
    }

    private void Control(string word, int? value)
    {
        bool ignorable = _ignorable;
        _ignorable = word == "*";
        if (_state.Destination == RtfDestination.Nowhere)
        {
            return;
        }

        if (RtfWords.Destination(word) is { } destination)
        {
            text.Enter(destination, word);
            _state = _state with { Destination = destination };
        }
        else if (ignorable)
        {
            _state = _state with { Destination = RtfDestination.Nowhere };
        }
        else
        {
            Known(word, value);
        }
    }

    private void Known(string word, int? value)
    {
        switch (word)
        {
            case "u":
                Write(((char)(ushort)(value ?? '?')).ToString());
                _toSkip = _state.Fallback;
                break;
            case "uc":
                _state = _state with { Fallback = Math.Clamp(value ?? 1, 0, 16) };
                break;
            case "v":
                _state = _state with { IsHidden = value != 0 };
                break;
            case "ansicpg":
                _fonts.SetDefault(value ?? 0);
                break;
            case "f" or "deff":
                _state = _state with { Font = value ?? 0 };
                break;
            case "fcharset" when _state.Destination == RtfDestination.Fonts:
                _fonts.SetCharset(_state.Font, value ?? 0);
                break;
            case "plain":
                _state = _state with { IsHidden = false };
                break;
            default:
                if (RtfWords.Character(word) is { } character)
                {
                    Write(character);
                }
                else
                {
                    text.Control(_state.Destination, word, value);
                }

                break;
        }
    }

    private void Byte(byte value)
    {
        if (_toSkip > 0)
        {
            _toSkip--;
        }
        else if (_state.Destination is not (RtfDestination.Nowhere or RtfDestination.Fonts))
        {
            _bytes.Add(value);
        }
    }

    // Characters of more than one byte come as several: all bytes up to the next control belong together.
    private void Decode()
    {
        if (_bytes.Count > 0)
        {
            Encoding encoding = _fonts.EncodingOf(_state.Font);
            string decoded = encoding.GetString([.. _bytes]);
            _bytes.Clear();
            Write(decoded);
        }
    }

    private void Write(string value)
    {
        if (_state.IsHidden)
        {
            text.Hidden();
        }
        else if (_state.Destination is not (RtfDestination.Nowhere or RtfDestination.Fonts))
        {
            text.Append(_state.Destination, value);
        }
    }
}
