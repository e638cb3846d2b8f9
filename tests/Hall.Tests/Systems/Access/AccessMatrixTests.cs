using System.Net;
using System.Text;
using Tongban.Hall.Platform.Web;
using Tongban.Hall.Tests.Support;

namespace Tongban.Hall.Tests.Systems.Access;

/// <summary>Who may reach what: every address and handler of the hall, knocked at by everybody, and held against the table beside this file.
/// An address that is not in the table fails. After a change: run with TONGBAN_WRITE_MATRIX=1, and read the difference.</summary>
public class AccessMatrixTests(Databases databases)
{
    private const string Legend = """
        # Who may reach what. Rows: every address and handler; the records in them are those of one citizen (a granted case, a draft, documents), or where it says so those of a firm.
        # y let in (also when the form is then refused for what it says) · - 404, it does not exist for him · s led to sign in · t no valid token (401) · f not permitted (403)
        """;

    private static int knocks;

    private static readonly string File = Path.Combine(HallHost.Root, "tests", "Hall.Tests", "Systems", "Access", "access-matrix.txt");

    [Fact]
    public async Task EveryDoor_OpensForWhomTheTableSays_AndForNobodyElse()
    {
        // Everybody knocks from an address of his own: what may be tried in a minute is another test's matter.
        await using var host = databases.Prepare("sqlite").With($"{Proxies.Setting}:0", "127.0.0.0/8").Start();
        var his = await Belongings.OfAsync(host, Someone.Owner);
        var firms = await FirmBelongings.OfAsync(host);
        await Acting.PrepareAsync(host);
        var doors = await Door.AllAsync(host, his, firms);
        var arrived = new List<(Someone Who, Visitor Visitor, System.Net.Http.Headers.AuthenticationHeaderValue? Bearer, string Token)>();
        foreach (var one in Someone.All)
        {
            var visitor = await one.ArriveAsync(host);
            arrived.Add((one, visitor, await one.TokenAsync(host), one.Home is null ? "" : await visitor.TokenAsync(one.Home)));
        }
        var cells = new Dictionary<(Door, Someone), char>();
        foreach (var (who, visitor, bearer, token) in arrived)
        {
            foreach (var door in doors) cells[(door, who)] = await KnockAsync(visitor, door, token, bearer);
            visitor.Dispose();
        }

        var table = Write(doors, cells);
        if (Environment.GetEnvironmentVariable("TONGBAN_WRITE_MATRIX") is not null) await System.IO.File.WriteAllTextAsync(File, table, TestContext.Current.CancellationToken);
        Assert.DoesNotContain('!', table.Split('\n').Where(l => !l.StartsWith('#')).SelectMany(l => l.Split('\t')[^1]));
        Assert.Equal(await System.IO.File.ReadAllLinesAsync(File, TestContext.Current.CancellationToken), table.TrimEnd('\n').Split('\n'));
        Assert.True(Someone.All.Count >= 14);
    }

    private static async Task<char> KnockAsync(Visitor visitor, Door door, string token, System.Net.Http.Headers.AuthenticationHeaderValue? bearer)
    {
        using var request = new HttpRequestMessage(new HttpMethod(door.Method), door.Path);
        request.Headers.Add("X-Forwarded-For", $"10.{System.Threading.Interlocked.Increment(ref knocks) >> 16}.{knocks >> 8 & 255}.{knocks & 255}");
        if (bearer is not null) request.Headers.Authorization = bearer;
        if (door.Route.StartsWith("/api", StringComparison.Ordinal) && door.Method == "POST")
        {
            request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString("N"));
            request.Content = new StringContent("""{"version":99,"shownHash":"0"}""", new System.Net.Http.Headers.MediaTypeHeaderValue("application/json"));
        }
        else if (door.Method == "POST") request.Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]);
        var shown = await visitor.SendAsync(request);
        return shown switch
        {
            { Status: HttpStatusCode.NotFound } => '-',
            { Status: HttpStatusCode.Unauthorized } => 't',
            { Status: HttpStatusCode.Forbidden } => 'f',
            { Location: { } to } when IsSignIn(new Uri(new Uri("http://hall"), to).AbsolutePath) && !door.Ends => 's',
            { Location: { } to } when IsSignIn(new Uri(new Uri("http://hall"), to).AbsolutePath) && to.Contains("return=", StringComparison.Ordinal) => 's',
            { Status: >= HttpStatusCode.InternalServerError } => '!',
            _ => 'y',
        };
    }

    private static bool IsSignIn(string path) => path is "/signin" or "/staff/signin" or "/en/signin";

    private static string Write(IReadOnlyList<Door> doors, Dictionary<(Door, Someone), char> cells)
    {
        var text = new StringBuilder(Legend).Append('\n');
        for (var i = 0; i < Someone.All.Count; i++) text.Append(System.Globalization.CultureInfo.InvariantCulture, $"# column {i + 1}: {Someone.All[i].Name}\n");
        var width = doors.Max(d => d.Route.Length);
        foreach (var door in doors)
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{door.Method,-7}{door.Route.PadRight(width)}\t{string.Join(' ', Someone.All.Select(s => cells[(door, s)]))}\n");
        return text.ToString();
    }
}
