using System.Text;
using CsCheck;

namespace Tongban.TransparencyLog.Tests;

public class LeafTests
{
    private const string Form =
        """{"v":1,"id":"01","at":"2026-01-31T08:00:00.123Z","event":"CaseDecided","case":"c0","actor":"a0","for":null,"office":null,"payload":"ff","rows":[{"t":"cases","k":"7","o":"u","h":"ee"}]}""";

    private static readonly Leaf Sample = new()
    {
        Id = "01",
        At = new DateTimeOffset(2026, 1, 31, 16, 0, 0, 123, TimeSpan.FromHours(8)),
        Event = "CaseDecided",
        Case = "c0",
        Actor = "a0",
        Payload = "ff",
        Rows = [new() { Table = "cases", Key = "7", Operation = "u", Hash = "ee" }],
    };

    [Fact]
    public void Leaf_HasOneByteForm_InUtc() => Assert.Equal(Form, Encoding.UTF8.GetString(Sample.Encode()));

    [Fact]
    public void AnyLeaf_ComesBackAsItWas() =>
        Gen.Select(Gen.String, Gen.String.Null(), Gen.DateTimeOffset, Gen.Select(Gen.String, Gen.String).Array[0, 4]).Sample((text, maybe, at, rows) =>
        {
            if (!IsUtf16(text) || !IsUtf16(maybe ?? "") || rows.Any(r => !IsUtf16(r.Item1 + "." + r.Item2))) return;
            var bytes = (Sample with
            {
                Id = text,
                At = at,
                Case = maybe,
                For = maybe,
                Office = text,
                Rows = [.. rows.Select(r => new LeafRow { Table = r.Item1, Key = r.Item2, Operation = "i", Hash = "00" })],
            }).Encode();
            var leaf = Leaf.Decode(bytes).Value!;
            Assert.Equal((text, maybe, rows.Length), (leaf.Id, leaf.Case, leaf.Rows.Count));
            Assert.Equal(bytes, leaf.Encode());
        });

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("1")]
    [InlineData("{}")]
    [InlineData("\"\\ud800\"")]
    public void SomethingElse_IsAProblem(string text) => Assert.NotEmpty(Leaf.Decode(Encoding.UTF8.GetBytes(text)).Problem!.Zh);

    [Theory]
    [InlineData("\"v\":1", "\"v\":2")]
    [InlineData("\"v\":1", "\"v\": 1")]
    [InlineData("\"v\":1,", "")]
    [InlineData("\"id\":\"01\"", "\"id\":null")]
    [InlineData("\"id\":\"01\"", "\"id\":1")]
    [InlineData("\"id\":\"01\"", "\"id\":\"\\u0030\\u0031\"")]
    [InlineData("\"id\":\"01\"", "\"id\":\"\\ud800\"")]
    [InlineData("\"id\":\"01\"", "\"id\":\"01\",\"id\":\"01\"")]
    [InlineData("\"id\":\"01\",\"at\":\"2026-01-31T08:00:00.123Z\"", "\"at\":\"2026-01-31T08:00:00.123Z\",\"id\":\"01\"")]
    [InlineData("08:00:00.123Z", "08:00:00.1230Z")]
    [InlineData("08:00:00.123Z", "08:00:00.123+00:00")]
    [InlineData("2026-01-31", "2026-02-30")]
    [InlineData("\"office\":null", "\"office\":null,\"name\":\"张三\"")]
    [InlineData("\"office\":null,", "")]
    [InlineData("\"o\":\"u\"", "\"o\":null")]
    [InlineData("[{", "[null,{")]
    [InlineData("\"rows\":[", "\"rows\":[[")]
    [InlineData("}]}", "}]} ")]
    [InlineData("}]}", "}]}{}")]
    [InlineData("}]}", "}]")]
    public void AnotherSpelling_IsAProblem(string part, string other)
    {
        Assert.True(Leaf.Decode(Encoding.UTF8.GetBytes(Form)).Ok);
        var reading = Leaf.Decode(Encoding.UTF8.GetBytes(Form.Replace(part, other, StringComparison.Ordinal)));
        Assert.False(reading.Ok);
        Assert.NotEmpty(reading.Problem.En);
    }

    [Fact]
    public void AnyChangedByte_IsAProblemOrAnotherLeaf()
    {
        var bytes = Sample.Encode();
        for (var i = 0; i < bytes.Length; i++)
            for (var bit = 0; bit < 8; bit++)
            {
                byte[] changed = [.. bytes];
                changed[i] ^= (byte)(1 << bit);
                if (Leaf.Decode(changed) is { Ok: true } read) Assert.Equal(changed, read.Value.Encode());
            }
    }

    [Fact]
    public void Noise_IsAProblem_NotAnError() => Gen.Byte.Array[0, 300].Sample(noise => Assert.False(Leaf.Decode(noise).Ok));

    [Fact]
    public void DeepNesting_IsAProblem_NotAnError() => Assert.False(Leaf.Decode(Encoding.UTF8.GetBytes(new string('[', 100_000))).Ok);

    private static bool IsUtf16(string text) => text.EnumerateRunes().All(r => r != Rune.ReplacementChar);
}
