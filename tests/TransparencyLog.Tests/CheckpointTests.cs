using System.Text;
using CsCheck;
using Tongban.Sm;

namespace Tongban.TransparencyLog.Tests;

public class CheckpointTests
{
    private const string Origin = "ledger.city.example/通办";

    private static readonly Sm2Key Key = Sm2Key.Generate();
    private static readonly Checkpoint Head = new(Origin, 1042, LogHash.Sm3.Leaf([1]), new DateTimeOffset(2026, 1, 31, 8, 0, 0, 7, TimeSpan.Zero));
    private static readonly string Text = Head.Sign(Key, "city").Text;

    [Fact]
    public void Checkpoint_ReadsAsOriginSizeRootTimeAndSignature()
    {
        var lines = Text.Split('\n');
        Assert.Equal([Origin, "1042", Convert.ToBase64String(Head.Root), "time 2026-01-31T08:00:00.007Z", ""], lines[..5]);
        Assert.StartsWith("— city ", lines[5], StringComparison.Ordinal);
        Assert.Equal(["", ""], [lines[6], lines.Length == 7 ? "" : "more"]);
    }

    [Fact]
    public void AnyCheckpoint_ComesBackAndVerifiesWithItsKeyOnly()
    {
        var other = Sm2Key.Generate().PublicKey;
        Gen.Select(Gen.String[Gen.Char['!', '~'], 1, 40], Gen.Long[0, long.MaxValue], Gen.Byte.Array[32], Gen.DateTimeOffset).Sample((origin, size, root, time) =>
        {
            var read = SignedCheckpoint.Parse(new Checkpoint(origin, size, root, time).Sign(Key, "city").Text).Value!;
            Assert.Equal((origin, size), (read.Checkpoint.Origin, read.Checkpoint.Size));
            Assert.Equal(root, read.Checkpoint.Root);
            Assert.True((time - read.Checkpoint.Time).Duration() < TimeSpan.FromMilliseconds(1));
            Assert.True(read.Verify(Key.PublicKey));
            Assert.False(read.Verify(other));
        }, iter: 60);
    }

    [Fact]
    public void AnyChangedBit_IsRefused()
    {
        var bytes = Encoding.UTF8.GetBytes(Text);
        for (var i = 0; i < bytes.Length; i++)
            for (var bit = 0; bit < 8; bit++)
            {
                byte[] changed = [.. bytes];
                changed[i] ^= (byte)(1 << bit);
                Assert.False(Holds(Encoding.UTF8.GetString(changed)), $"byte {i} bit {bit}");
            }
    }

    [Fact]
    public void AnyMissingOrAddedByte_IsRefused()
    {
        for (var i = 0; i < Text.Length; i++)
        {
            Assert.False(Holds(Text.Remove(i, 1)), $"without {i}");
            foreach (var more in new[] { " ", "\n", "\r", "=", "0", "A" }) Assert.False(Holds(Text.Insert(i, more)), $"'{more}' at {i}");
            Assert.False(Holds(Text[..i]));
        }
        Assert.False(Holds(Text + "\n"));
    }

    [Fact]
    public void OtherSignatures_ArePassedOver()
    {
        var other = Sm2Key.Generate();
        var line = Head.Sign(other, "witness").Text.Split('\n')[5];
        var both = SignedCheckpoint.Parse($"{Text}{line}\n").Value!;

        Assert.Equal($"{Text}{line}\n", both.Text);
        Assert.True(both.Verify(Key.PublicKey));
        Assert.True(both.Verify(other.PublicKey));
        Assert.False(both.Verify(Sm2Key.Generate().PublicKey));
    }

    [Theory]
    [InlineData(null, "no checkpoint")]
    [InlineData("", "no checkpoint")]
    [InlineData("city\n1\n", "empty line")]
    [InlineData("city\n1\n\n", "empty line")]
    [InlineData("city\n1\n\nsignature", "line feed")]
    [InlineData("city\n1\n\n— city AAAAAAAA\n", "four lines")]
    [InlineData("\n1\nAAAA\ntime 2026-01-31T08:00:00.000Z\n\n— city AAAAAAAA\n", "four lines")]
    [InlineData("city\n-1\nAAAA\ntime 2026-01-31T08:00:00.000Z\n\n— city AAAAAAAA\n", "size")]
    [InlineData("city\n01\nAAAA\ntime 2026-01-31T08:00:00.000Z\n\n— city AAAAAAAA\n", "size")]
    [InlineData("city\n9223372036854775808\nAAAA\ntime 2026-01-31T08:00:00.000Z\n\n— city AAAAAAAA\n", "size")]
    [InlineData("city\n1\nAAAA\ntime 2026-01-31T08:00:00.000Z\n\n— city AAAAAAAA\n", "root")]
    [InlineData("city\n1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB=\ntime 2026-01-31T08:00:00.000Z\n\n— city AAAAAAAA\n", "root")]
    [InlineData("city\n1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n2026-01-31\n\n— city AAAAAAAA\n", "time")]
    [InlineData("city\n1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\ntime 2026-01-31T08:00:00Z\n\n— city AAAAAAAA\n", "time")]
    [InlineData("city\n1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\ntime 2026-01-31T08:00:00.000Z\n\n- city AAAAAAAA\n", "signature line")]
    [InlineData("city\n1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\ntime 2026-01-31T08:00:00.000Z\n\n— city AAAA\n", "signature line")]
    public void MalformedCheckpoint_SaysWhatIsWrong(string? text, string what)
    {
        var problem = SignedCheckpoint.Parse(text).Problem!;
        Assert.Contains(what, problem.En, StringComparison.Ordinal);
        Assert.NotEmpty(problem.Zh);
    }

    [Fact]
    public void VeryLongText_IsRefused() => Assert.Contains("too long", SignedCheckpoint.Parse(new string('x', 100_000)).Problem!.En, StringComparison.Ordinal);

    [Theory]
    [InlineData("two words", "origin")]
    [InlineData("a+b", "origin")]
    [InlineData("", "origin")]
    [InlineData("city", "")]
    [InlineData("city", "two\nlines")]
    public void UnwritableNames_AreNotSigned(string name, string origin) =>
        Assert.Throws<ArgumentException>(() => (Head with { Origin = origin }).Sign(Key, name));

    private static bool Holds(string text) => SignedCheckpoint.Parse(text).Value?.Verify(Key.PublicKey) ?? false;
}
