using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Tongban.Sandbox.People;

namespace Tongban.Hall.Tests.Support;

/// <summary>A person whose every value would be recognised anywhere, and her whole journey through a hall:
/// registering, signing in, applying with files, handing in, tracking, and much that goes wrong on the way.</summary>
public sealed partial class Canary : IDisposable
{
    private const string Password = "Kanarienvogel-7731", Address = "桃源居九十九栋金丝雀室", FreeText = "我有一只叫咕咕的金丝雀", HostName = "欧阳翠翠",
        FileName = "欧阳翠翠的同意书.pdf";

    private static readonly byte[] Pdf = System.Text.Encoding.ASCII.GetBytes("%PDF-1.4\n%%EOF\n");

    private readonly HallProcess hall;
    private readonly Visitor visitor;
    private readonly HttpClient sandbox;
    private readonly Person self, headOfHousehold;

    public Canary(HallProcess hall)
    {
        this.hall = hall;
        visitor = new Visitor(hall.Address);
        sandbox = new HttpClient { BaseAddress = hall.Sandbox };
        var people = new Population(2018, 20_000_000);
        // A name of three characters does not stand in any text by chance.
        var known = Enumerable.Range(1, 500).Select(i => people.At(i)).Where(p => p is { Name.Length: >= 3, Mobile.Length: 11, Moved: false }).ToList();
        (self, headOfHousehold) = (known[0], known[1]);
    }

    /// <summary>All that must never be written down anywhere but in the database.</summary>
    public List<string> Secrets => [self.Name, self.Number, self.Mobile, Password, Address, FreeText, HostName, headOfHousehold.Number, headOfHousehold.Mobile, FileName, QueryCode, BankCard];

    private string BankCard => Sandbox.RealName.Proofs.Of(self)[Sandbox.RealName.Proofs.BankCard];

    public string QueryCode { get; private set; } = "";

    public Guid CaseId { get; private set; }

    /// <summary>Every address that she went to.</summary>
    public IEnumerable<string> Addresses => visitor.Addresses.Select(Uri.UnescapeDataString);

    /// <summary>The words of every page that told her that something went wrong.</summary>
    public List<string> Errors { get; } = [];

    public void Dispose()
    {
        visitor.Dispose();
        sandbox.Dispose();
    }

    public async Task RegisterAsync()
    {
        var asked = await visitor.PostAsync("/register", "/register", ("Name", self.Name), ("Number", self.Number), ("Mobile", self.Mobile), ("Kind1", "BankCard"), ("Value1", BankCard), ("Password", Password));
        Assert.NotNull(asked.Location);
        var code = await SmsAsync(@"注册验证码 (\d{6})");
        Assert.Equal("/my", (await visitor.PostAsync(asked.Location, asked.Location, ("Code", code))).Location);
    }

    public async Task SignInAsync()
    {
        await visitor.PostAsync("/signout", "/my");
        Assert.Null((await visitor.SignInAsync(self.Number, Password + "x")).Location);
        Assert.Null((await visitor.SignInAsync(headOfHousehold.Number, Password)).Location);
        Assert.Equal("/my", (await visitor.SignInAsync(self.Mobile, Password)).Location);
    }

    public async Task ApplyAsync()
    {
        await BreakAsync("criminal", "error500");
        await BreakAsync("education", "garbage");
        var page = (await visitor.PostAsync("/apply/graduate-settlement", "/my")).Location!;
        while (!page.EndsWith("/check", StringComparison.Ordinal)) page = await AnswerAsync(page);
        CaseId = Guid.Parse(page.Split('/')[3]);
        var check = await HandInAsync(page, await visitor.GetAsync(page), new string('0', 64));
        Assert.Equal(HttpStatusCode.Conflict, check.Status);
        await BreakAsync("sms", "error500");
        Assert.Equal($"/my/cases/{CaseId}", (await HandInAsync(page, check, check.Hidden("shown"))).Location);
        await UntilAsync(() => Task.FromResult(hall.Printed.Contains("Job SendSms", StringComparison.Ordinal) ? "failed" : null));
        await BreakAsync("sms", "none");
    }

    public async Task TrackAsync()
    {
        var shown = await visitor.GetAsync($"/my/cases/{CaseId}");
        var number = CaseNumber().Match(shown.Body).Value;
        QueryCode = Code().Match(shown.Body).Groups[1].Value;
        Assert.Equal(8, QueryCode.Length);
        Assert.Contains(number, (await TrackAsync(number, QueryCode)).Words);
        Assert.DoesNotContain(number, (await TrackAsync(number, "AAAAAAAA")).Words);
        foreach (var page in new[] { "/my", "/my/messages", "/my/data", $"/my/cases/{CaseId}?handler=Receipt" })
            Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(page)).Status);
        await SmsAsync("已收到");
    }

    /// <summary>Not found, not understood, too often: each with her values in the request.</summary>
    public async Task GoWrongAsync()
    {
        await FailAsync(HttpStatusCode.NotFound, visitor.GetAsync($"/my/cases/{Guid.NewGuid()}"));
        await FailAsync(HttpStatusCode.BadRequest, visitor.PostAsync("/signin", new FormUrlEncodedContent([new("Name", self.Number), new("Password", Password)])));
        await FailAsync(HttpStatusCode.Unauthorized, visitor.PostAsync("/api/v1/cases", JsonContent.Create(new { applicant = self.Number })));
        // What does not fit where it is sent: for an identifier, a version, a choice.
        foreach (var (page, field) in new[] { ("/my/messages", "read"), ("/my/devices", "session"), ($"/apply/case/{CaseId}/place", "version"), ("/my/consents", "purpose") })
            Errors.Add((await visitor.PostAsync(page, "/my", (field, self.Number))).Answer.Headers.ToString());
        for (var i = 0; i < 31; i++) await TrackAsync("1", QueryCode);
        await FailAsync(HttpStatusCode.TooManyRequests, TrackAsync("1", QueryCode));
    }

    /// <summary>At a counter: a clerk finds her account, mistypes her name, and opens one for another, while the gateway for messages is down; an officer reads her case and says why.</summary>
    public async Task MeetStaffAsync()
    {
        using var clerk = await StaffAsync("S2001");
        Task<Shown> SeeAsync(string name, string mobile) => clerk.PostAsync("/staff/register", "/staff/register", ("Number", self.Number), ("Name", name), ("Mobile", mobile), ("Papers", "IdentityCard"), ("Present", "true"));
        Assert.Contains("这个人有账户", (await SeeAsync(self.Name, self.Mobile)).Words);
        Errors.Add((await SeeAsync(HostName, self.Mobile)).Words);
        await BreakAsync("sms", "error500");
        Assert.Equal("/staff/register/code", (await clerk.PostAsync("/staff/register", "/staff/register",
            ("Number", headOfHousehold.Number), ("Name", headOfHousehold.Name), ("Mobile", headOfHousehold.Mobile), ("Papers", "IdentityCard"), ("Present", "true"))).Location);
        await BreakAsync("sms", "none");
        using var officer = await StaffAsync("S1001");
        var page = $"/staff/cases/{CaseId}";
        Assert.Equal(page, (await officer.PostAsync(page, page, ("Reason", FreeText))).Location);
        Errors.AddRange(from seen in clerk.Addresses.Concat(officer.Addresses) select Uri.UnescapeDataString(seen));
    }

    private async Task<Visitor> StaffAsync(string number)
    {
        var visitor = new Visitor(hall.Address);
        var code = Hall.Services.Identity.Staff.SecondFactor.CodeAt(StaffDoor.Demo(number).Secret, TimeProvider.System.GetUtcNow());
        Assert.Equal("/staff", (await visitor.PostAsync("/staff/signin", "/staff/signin", ("Number", number), ("Password", Hall.Demo.DemoStaff.Password), ("Code", code))).Location);
        return visitor;
    }

    /// <summary>Something breaks in the hall while she looks at her case.</summary>
    public Task MeetAnErrorAsync() => FailAsync(HttpStatusCode.InternalServerError, visitor.GetAsync($"/my/cases/{CaseId}"));

    private async Task<string> AnswerAsync(string page)
    {
        var section = await visitor.GetAsync(page);
        var answer = await visitor.UploadAsync(page,
        [
            ("__RequestVerificationToken", await visitor.TokenAsync("/my")), ("version", section.Hidden("version")),
            ("落户方式", "直系亲属"), ("户主姓名", HostName), ("户主号码", headOfHousehold.Number), ("区", "440305000000"), ("街道", "440305001000"), ("社区", "440305001001"),
            ("毕业院校", "深圳大学"), ("学历层次", "本科"), ("证书编号", "105901202605001234"), ("毕业日期.y", "2026"), ("毕业日期.m", "6"), ("毕业日期.d", "30"),
            ("手机号码", self.Mobile), ("送达方式", "快递"), ("收件地址", Address), ("参加过禁止组织", "false"), ("补充说明", FreeText),
        ], [("同意书", FileName, Pdf), ("毕业证书照片", FileName, Pdf)]);
        Assert.True(answer.Location is not null, answer.Words);
        return answer.Location;
    }

    private Task<Shown> HandInAsync(string page, Shown check, string shown) => visitor.PostAsync(page, "/my",
        ("version", check.Hidden("version")), ("shown", shown), ("key", check.Hidden("key")), ("person", "true"));

    private Task<Shown> TrackAsync(string number, string code) => visitor.PostAsync("/track", new FormUrlEncodedContent([new("no", number), new("code", code)]));

    private async Task FailAsync(HttpStatusCode expected, Task<Shown> asked)
    {
        var shown = await asked;
        Assert.Equal(expected, shown.Status);
        // Who is signed in stands in the head of her own page.
        Errors.Add(shown.Words.Replace(self.Name, "", StringComparison.Ordinal) + shown.Answer.Headers);
    }

    private async Task BreakAsync(string name, string mode) =>
        (await sandbox.PutAsJsonAsync($"/faults/{name}", new { mode })).EnsureSuccessStatusCode();

    // A job sends it; it may need more than one attempt.
    private Task<string> SmsAsync(string pattern) => UntilAsync(async () =>
        Regex.Match(await sandbox.GetStringAsync($"/sms/messages?mobile={self.Mobile}"), pattern) is { Success: true } found ? found.Groups[^1].Value : null);

    private static async Task<string> UntilAsync(Func<Task<string?>> found)
    {
        for (var i = 0; i < 600; i++, await Task.Delay(100))
            if (await found() is { } what) return what;
        throw new TimeoutException("It did not come within a minute.");
    }

    [GeneratedRegex(@"\b\d{24}\b")]
    private static partial Regex CaseNumber();

    [GeneratedRegex("<b>([0-9A-Z]{8})</b>")]
    private static partial Regex Code();
}
