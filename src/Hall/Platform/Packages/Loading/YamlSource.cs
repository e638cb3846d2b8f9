using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Tongban.Hall.Platform.Packages.Loading;

/// <summary>A YAML file read as JSON, with the line and column of every value kept under its JSON pointer.</summary>
internal sealed partial class YamlSource
{
    private const int MaxDepth = 32;
    private readonly Dictionary<string, Spot> spots = [];
    private Spot last;
    private int keyColumn = 1;

    private YamlSource(string file) => (File, last) = (file, new Spot(file, 1, 1));

    public string File { get; }

    /// <summary>Null when the file could not be read at all.</summary>
    public JsonNode? Root { get; private set; }

    public static YamlSource Read(string file, string text, FindingList findings)
    {
        var source = new YamlSource(file);
        var parser = new Parser(new StringReader(text));
        try
        {
            parser.Consume<StreamStart>();
            if (parser.TryConsume<DocumentStart>(out _))
                source.Root = source.ReadNode(parser, "", 0, findings);
            else
                findings.Add(source.At(""), Findings.EmptyFile());
        }
        catch (YamlException error)
        {
            findings.Add(new Spot(file, Math.Max(1, (int)error.Start.Line), Math.Max(1, (int)error.Start.Column)), Findings.NotYaml(error.InnerException?.Message ?? error.Message));
            source.Root = null;
        }
        catch (Exception error) when (error is InvalidOperationException or ArgumentException or IndexOutOfRangeException)
        {
            // The parser gives up this way where a bracket is never closed.
            findings.Add(source.last, Findings.NotYaml("a bracket or quote is not closed near here"));
            source.Root = null;
        }
        return source;
    }

    /// <summary>The place of a value, or of the nearest thing around it that is in the file.</summary>
    public Spot At(string pointer)
    {
        while (true)
        {
            if (spots.TryGetValue(pointer, out var spot))
                return spot;
            if (pointer.Length == 0)
                return new Spot(File, 1, 1);
            pointer = pointer[..pointer.LastIndexOf('/')];
        }
    }

    private JsonNode? ReadNode(Parser parser, string pointer, int depth, FindingList findings)
    {
        if (parser.Current is null && !parser.MoveNext())
            throw new InvalidOperationException();
        var start = parser.Current!.Start;
        var spot = new Spot(File, (int)start.Line, (int)start.Column);
        spots[pointer] = last = spot;
        if (depth > MaxDepth)
            throw new YamlException(parser.Current.Start, parser.Current.End, "nested too deeply");
        if (parser.TryConsume<Scalar>(out var scalar))
        {
            // FEEL problems inside a quoted or block text are counted from its first character.
            spots[pointer] = scalar.Style switch
            {
                ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted => spot with { Column = spot.Column + 1 },
                ScalarStyle.Literal or ScalarStyle.Folded => spot with { Line = spot.Line + 1, Column = BlockIndent(pointer) },
                _ => spot,
            };
            return Value(scalar);
        }
        if (parser.TryConsume<SequenceStart>(out _))
        {
            var array = new JsonArray();
            while (!parser.TryConsume<SequenceEnd>(out _))
                array.Add(ReadNode(parser, string.Create(CultureInfo.InvariantCulture, $"{pointer}/{array.Count}"), depth + 1, findings));
            return array;
        }
        if (parser.TryConsume<MappingStart>(out _))
            return ReadMapping(parser, pointer, depth, findings);
        // An alias can blow a small file up to gigabytes, and no package needs one.
        throw new YamlException(parser.Current.Start, parser.Current.End, "aliases (*name) are not allowed");
    }

    private JsonObject ReadMapping(Parser parser, string pointer, int depth, FindingList findings)
    {
        var map = new JsonObject();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            if (!parser.TryConsume<Scalar>(out var key))
                throw new YamlException(parser.Current!.Start, parser.Current.End, "a key must be a plain word");
            var child = $"{pointer}/{Escape(key.Value)}";
            keyColumn = (int)key.Start.Column;
            var value = ReadNode(parser, child, depth + 1, findings);
            if (!map.TryAdd(key.Value, value))
                findings.Add(new Spot(File, (int)key.Start.Line, (int)key.Start.Column), Findings.DoubleKey(key.Value));
        }
        return map;
    }

    // Packages indent by two; a block text starts two columns right of its key.
    private int BlockIndent(string pointer) => pointer.Length == 0 ? 1 : keyColumn + 2;

    public static string Escape(string key) =>
        key.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    private static JsonNode? Value(Scalar scalar)
    {
        if (scalar.Style != ScalarStyle.Plain)
            return JsonValue.Create(scalar.Value);
        var text = scalar.Value;
        return text switch
        {
            "" or "~" or "null" => null,
            "true" => JsonValue.Create(true),
            "false" => JsonValue.Create(false),
            _ when Whole().IsMatch(text) && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => JsonValue.Create(whole),
            _ when Fraction().IsMatch(text) && decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var fraction) => JsonValue.Create(fraction),
            _ => JsonValue.Create(text),
        };
    }

    // 044 is a code, not a number.
    [GeneratedRegex("^-?(0|[1-9][0-9]*)$")] private static partial Regex Whole();

    [GeneratedRegex(@"^-?(0|[1-9][0-9]*)\.[0-9]+$")] private static partial Regex Fraction();
}
