using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Services.Licences;
using Tongban.Hall.Tests.Support;
using Tongban.LicenceDocuments;
using static Tongban.Hall.Tests.Support.ApiClient;

namespace Tongban.Hall.Tests.Systems.OpenInterface;

public class LicenceApiTests(Databases databases)
{
    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task UploadedPdf_Holds_UntilOneByteIsChanged(string database)
    {
        await using var host = databases.Start(database);
        using var api = await OfAsync(host);
        var graduate = await new Graduate(host).FillInAsync();
        await graduate.SubmitAsync();
        var document = await host.UseAsync<HallDb, Guid>(db => db.Set<IssuedDocument>().Where(d => d.Kind == DocumentKind.Licence).Select(d => d.Id).SingleAsync());
        var pdf = (await host.UseAsync<Documents, byte[]?>(d => d.PdfAsync(document)))!;

        var genuine = await JsonAsync(await VerifyAsync(api, pdf));
        Assert.True((bool)genuine["holds"]!);
        Assert.Equal("Valid", (string)genuine["status"]!);
        var byNumber = await JsonAsync(await api.GetAsync($"licences/{Uri.EscapeDataString((string)genuine["number"]!)}"));
        Assert.Equal((string)genuine["identifier"]!, (string)byNumber["identifier"]!);

        pdf[pdf.Length / 2] ^= 1;
        Assert.False((bool)(await JsonAsync(await VerifyAsync(api, pdf)))["holds"]!);
        Assert.Equal("file.empty", await CodeAsync(await VerifyAsync(api, [])));
    }

    private static Task<HttpResponseMessage> VerifyAsync(ApiClient api, byte[] pdf) =>
        api.PostAsync("licences/verify", new ByteArrayContent(pdf) { Headers = { ContentType = new MediaTypeHeaderValue("application/pdf") } }, null);
}
