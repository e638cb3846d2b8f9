using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Tongban.Hall.Tests.Support;
using static Tongban.Hall.Tests.Support.ApiClient;

namespace Tongban.Hall.Tests.Systems.OpenInterface;

/// <summary>Whatever a program sends, it is told what is wrong with it: 4xx, never 5xx, never silence.</summary>
public class MalformedTests(Databases databases)
{
    private const string Good = """{"item":"graduate-settlement","applicant":"NUMBER","answers":{"落户方式":"人才集体户"},"version":1,"shownHash":"00","askPerson":false}""";

    private static readonly string[] Whole =
    [
        "", " ", "null", "0", "\"text\"", "[]", "[{}]", "{", "{}", "{\"item\":", "{\"item\":null,\"applicant\":null}", "not json", "<xml/>", "\uFEFF{}", "\0",
        "{\"item\":\"a\",\"item\":\"b\"}", Nested("[", "]", 100_000), Nested("{\"a\":", "}", 100_000, "1"), "{\"item\":\"graduate-settlement\" // comment\n}",
    ];

    private static readonly string[] Values =
    [
        "null", "true", "0", "-1", "1e400", "1e-400", "99999999999999999999", "0.5", "\"\"", "\"\\u0000\"", "\"\\ud800\"", "\"\\udc00x\"", "\"\\uffff\"", "[]", "{}", "[[[[[[[[1]]]]]]]]",
        "{\"a\":1,\"a\":2}", "[null]", "\"' OR 1=1 --\"", "\"../../etc/passwd\"", $"\"{new string('x', 100_000)}\"", Nested("[", "]", 28), Nested("[", "]", 40), "\"NaN\"", "\"2026-02-30\"",
    ];

    private static readonly string[] Fields = ["落户方式", "区", "手机号码", "毕业日期", "参加过禁止组织", "没有这个", "\\ud800"];

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task BodiesOfAllKinds_NeverBreakTheServer(string database)
    {
        await using var host = databases.Start(database);
        using var api = await OfAsync(host);
        var draft = await JsonAsync(await api.PostAsync("cases", ApiClient.Graduate("林晓雯"), "begin"));
        var good = Good.Replace("NUMBER", Number("林晓雯"));
        string[] bodies =
        [
            .. Whole,
            .. from name in new[] { "item", "applicant", "answers", "version", "shownHash", "askPerson" } from value in Values select With(good, name, value),
            .. from field in Fields from value in Values select With(good, "answers", $"{{\"{field}\":{value}}}"),
        ];
        var n = 0;
        foreach (var path in new[] { "cases", $"cases/{draft["id"]}/submit", "lookups/search" })
            foreach (var body in path == "cases" ? bodies : bodies[..(Whole.Length + 6 * Values.Length)])
                await IsAnsweredAsync(await api.PostAsync(path, Json(body), $"key-{n++}"), $"{path} {(body.Length > 200 ? body[..200] : body)}");
        Assert.True(n > 500);
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task HugeBodies_AreRefused_WithoutBeingRead(string database)
    {
        await using var host = databases.Start(database);
        using var api = await OfAsync(host);
        api.Http.DefaultRequestHeaders.ExpectContinue = true;
        foreach (var path in new[] { "cases", $"cases/{Guid.NewGuid()}/submit", "lookups/search" })
            Assert.Equal("body.too-large", await CodeAsync(await api.PostAsync(path, Bytes(300_000, "application/json"), "k")));
        Assert.Equal("body.too-large", await CodeAsync(await api.PostAsync("licences/verify", Bytes(9 << 20, "application/pdf"), null)));
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task AddressesAndFilesOfAllKinds_NeverBreakTheServer(string database)
    {
        await using var host = databases.Start(database);
        using var api = await OfAsync(host);
        string[] odd = ["%00", "%FF%FE", "%ED%A0%80", "%F0%9F%98%80", "'", "a%2Fb", "..%2F..", new string('9', 4000), "%E2%80%AE", "0", "-1"];
        foreach (var value in odd)
            foreach (var path in new[] { "items?q=", "items/", "cases/", "licences/", "cases/0/progress?code=", "ledger/proof/inclusion?size=1&index=", "ledger/proof/consistency?first=0&second=" })
                await IsAnsweredAsync(await api.GetAsync(path + value), path + value);
        foreach (var bytes in new[] { [], [0], Encoding.ASCII.GetBytes("%PDF-1.7\n"), Encoding.ASCII.GetBytes("%PDF-1.7\n1 0 obj<</ByteRange[0 9999999999 5 5]>>endobj\n%%EOF"), new byte[100_000] })
            await IsAnsweredAsync(await api.PostAsync("licences/verify", new ByteArrayContent(bytes) { Headers = { ContentType = new("application/pdf") } }, null), $"pdf of {bytes.Length}");
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task TokenRequestsOfAllKinds_NeverBreakTheServer(string database)
    {
        await using var host = databases.Start(database);
        using var nobody = Nobody(host);
        string[] forms =
        [
            "", "grant_type=client_credentials", "grant_type=password&username=a&password=b", "grant_type=client_credentials&client_id=%00&client_secret=a",
            "grant_type=client_credentials&client_id=demo&client_secret=%00", "grant_type=client_credentials&client_id=demo&client_secret=a&scope=%00", "grant_type=%00", "%",
            "client_id=a&client_id=b", $"client_id={new string('a', 10_000)}", $"a={new string('a', 20_000)}", string.Join('&', Enumerable.Range(0, 1500).Select(i => $"a{i}=")),
            "grant_type=client_credentials&client_id=%ED%A0%80&client_secret=a",
        ];
        foreach (var form in forms)
            foreach (var mediaType in new[] { "application/x-www-form-urlencoded", "application/json", "multipart/form-data" })
                await IsOAuthAsync(nobody, new StringContent(form, Encoding.UTF8, mediaType), null, $"{mediaType} {(form.Length > 100 ? form[..100] : form)}");
        foreach (var basic in new[] { "\0:a", "demo:\0", "demo", ":", "\ud83d\ude00:a" })
            await IsOAuthAsync(nobody, new StringContent("grant_type=client_credentials", Encoding.UTF8, "application/x-www-form-urlencoded"), Convert.ToBase64String(Encoding.UTF8.GetBytes(basic)), basic);
    }

    // OAuth has an error form of its own (RFC 6749); beside it, problems.
    private static async Task IsOAuthAsync(ApiClient nobody, HttpContent form, string? basic, string what)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/connect/token") { Content = form };
        if (basic is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Basic", basic);
        using var answer = await nobody.Http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True((int)answer.StatusCode is >= 400 and < 500, $"{(int)answer.StatusCode} for {what}: {text}");
        Assert.EndsWith("json", answer.Content.Headers.ContentType?.MediaType);
    }

    private static async Task IsAnsweredAsync(HttpResponseMessage answer, string what)
    {
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True((int)answer.StatusCode < 500, $"{(int)answer.StatusCode} for {what}: {text}");
        // Kestrel itself refuses a few addresses before anybody else sees them, without a body.
        if ((int)answer.StatusCode >= 400 && text.Length > 0) await CodeAsync(answer);
    }

    private static string With(string good, string name, string value)
    {
        var mark = JsonNode.Parse(good)!.AsObject();
        mark[name] = "MARK";
        return mark.ToJsonString().Replace("\"MARK\"", value);
    }

    private static string Nested(string open, string close, int depth, string core = "") =>
        new StringBuilder().Insert(0, open, depth).Append(core).Insert(open.Length * depth + core.Length, close, depth).ToString();

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

    private static ByteArrayContent Bytes(int size, string mediaType) => new(new byte[size]) { Headers = { ContentType = new MediaTypeHeaderValue(mediaType) } };
}
