using System.Net;
using Tongban.Hall.Tests.Support;

namespace Tongban.Hall.Tests.Systems.OnlineHall;

public class TrackTests(Databases databases)
{
    [Fact]
    public async Task NumberAndCode_ShowTheCase_AndAWrongCodeIsAsUnknownAsAWrongNumber()
    {
        await using var host = databases.Start("sqlite");
        var filed = (await (await new Graduate(host).FillInAsync()).SubmitAsync()).Value!;
        using var visitor = new Visitor(host.Address);

        var right = await AskAsync(visitor, filed.Number!, filed.QueryCode!);
        var wrongCode = await AskAsync(visitor, filed.Number!, "AAAAAAAA");
        var wrongNumber = await AskAsync(visitor, Changed(filed.Number!), filed.QueryCode!);

        Assert.Contains("已准予", right.Words);
        Assert.DoesNotContain("已准予", wrongCode.Words);
        Assert.Equal(wrongCode.Words, wrongNumber.Words);
        Assert.All(visitor.Addresses, a => Assert.DoesNotContain(filed.QueryCode!, a));
    }

    [Fact]
    public async Task WhoGuessesTooOften_IsToldToWait()
    {
        await using var host = databases.Start("sqlite");
        using var visitor = new Visitor(host.Address);
        for (var i = 0; i < 30; i++) Assert.Equal(HttpStatusCode.OK, (await AskAsync(visitor, "1", "AAAAAAAA")).Status);

        var refused = await AskAsync(visitor, "1", "AAAAAAAA");

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.Equal("60", refused.Answer.Headers.RetryAfter!.ToString());
        Assert.Contains("请等 1 分钟再试", refused.Words);
    }

    private static Task<Shown> AskAsync(Visitor visitor, string number, string code) =>
        visitor.PostAsync("/track", new FormUrlEncodedContent([new("no", number), new("code", code)]));

    // Another number that is well formed: its check digits may not give it away.
    private static string Changed(string number)
    {
        for (var last = 0; ; last++)
            if (Codes.CaseNumber.TryParse(number[..^5] + last.ToString("00000", System.Globalization.CultureInfo.InvariantCulture), out var other, out _) && other != number) return other!;
    }
}
