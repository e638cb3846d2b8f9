using System.Net;
using System.Text.RegularExpressions;

namespace Tongban.Hall.Tests.Support;

/// <summary>What came back: redirects are not followed.</summary>
public sealed record Shown(HttpStatusCode Status, string Body, string? Location, HttpResponseMessage Answer)
{
    /// <summary>What stands in a hidden field.</summary>
    public string Hidden(string name) => WebUtility.HtmlDecode(Regex.Match(Body, $"type=\"hidden\" name=\"{name}\" value=\"([^\"]*)\"").Groups[1].Value);

    /// <summary>The words that a person reads, without what he typed himself.</summary>
    public string Words => Regex.Replace(Regex.Replace(Body, "<[^>]*>", " "), @"\s+", " ");
}

/// <summary>A browser without a screen: keeps cookies, sends forms with their token, remembers every address it went to.</summary>
public sealed partial class Visitor : IDisposable
{
    private readonly HttpClient http;
    private readonly Uri address;
    private readonly CookieContainer cookies = new();

    public Visitor(Uri address)
    {
        this.address = address;
        http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = cookies }) { BaseAddress = address };
    }

    public List<string> Addresses { get; } = [];

    public void Dispose() => http.Dispose();

    public string? Cookie(string name) => cookies.GetCookies(address)[name]?.Value;

    /// <summary>As somebody would who can write cookies, or has found one.</summary>
    public void Plant(string name, string value) => cookies.Add(address, new Cookie(name, value, "/"));

    public Task<Shown> GetAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

    /// <summary>Sends a form to an address, with the token of a page that shows one.</summary>
    public async Task<Shown> PostAsync(string path, string tokenFrom, params (string Name, string Value)[] fields) => await PostAsync(path,
        new FormUrlEncodedContent([new("__RequestVerificationToken", await TokenAsync(tokenFrom)), .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]));

    /// <summary>Sends a form with files. By hand: .NET would write Chinese names of fields as mail does, a browser does not.</summary>
    public async Task<Shown> UploadAsync(string path, IEnumerable<(string Name, string Value)> fields, IEnumerable<(string Name, string FileName, byte[] Content)> files)
    {
        using var body = new MemoryStream();
        void Write(string text) => body.Write(System.Text.Encoding.UTF8.GetBytes(text));
        foreach (var (name, value) in fields) Write($"--tongban\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
        foreach (var (name, fileName, content) in files)
        {
            Write($"--tongban\r\nContent-Disposition: form-data; name=\"{name}\"; filename=\"{fileName}\"\r\nContent-Type: application/octet-stream\r\n\r\n");
            body.Write(content);
            Write("\r\n");
        }
        Write("--tongban--\r\n");
        return await PostAsync(path, new ByteArrayContent(body.ToArray()) { Headers = { { "Content-Type", "multipart/form-data; boundary=tongban" } } });
    }

    public Task<Shown> PostAsync(string path, HttpContent form) => SendAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = form });

    public Task<Shown> SignInAsync(string number, string password, string query = "") =>
        PostAsync($"/signin{query}", "/signin", ("Name", number), ("Password", password));

    /// <summary>Goes where a redirect leads.</summary>
    public async Task<Shown> FollowAsync(Shown page)
    {
        for (var i = 0; i < 5 && page.Location is { } location; i++) page = await GetAsync(location);
        return page;
    }

    public async Task<string> TokenAsync(string path) => Token().Match((await GetAsync(path)).Body).Groups[1].Value;

    public async Task<Shown> SendAsync(HttpRequestMessage request)
    {
        using (request)
        {
            Addresses.Add(new Uri(address, request.RequestUri!).ToString());
            var answer = await http.SendAsync(request);
            return new Shown(answer.StatusCode, await answer.Content.ReadAsStringAsync(), answer.Headers.Location?.OriginalString, answer);
        }
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
