using Tongban.Hall.Platform.Outcomes;
using Tongban.Hall.Services.Licences;
using Tongban.LicenceDocuments;

namespace Tongban.Hall.Systems.OpenInterface.V1;

internal static class LicencesApi
{
    public static void MapLicences(this RouteGroupBuilder api)
    {
        var licences = api.MapGroup("/licences").WithTags("licences").RequireAuthorization("licences");
        licences.MapGet("/{identifier}", async (string identifier, LicenceChecks checks) =>
            await checks.ByNumberAsync(identifier) is { } check ? ApiAnswer.Ok(View(check)) : ApiAnswer.Of(Refusals.LicenceUnknown))
            .WithName("GetLicence").WithSummary("按标识查证照 A licence by its identifier");
        licences.MapPost("/verify", async (HttpRequest http, LicenceChecks checks) =>
        {
            using var memory = new MemoryStream();
            http.Body.Position = 0;
            await http.Body.CopyToAsync(memory);
            return memory.Length is 0 or > PdfVerifier.MostBytes ? ApiAnswer.Of(Refusals.FileMissing) : ApiAnswer.Ok(View(await checks.ByFileAsync(memory.ToArray())));
        }).WithName("VerifyLicence").WithSummary("上传 PDF 核验，正文就是文件 Check a PDF; the body is the file").Accepts<byte[]>("application/pdf");
    }

    private static object View(PublicCheck check) => new
    {
        check.Holds, title = check.Content?.Title, number = check.Content?.Number, authority = check.Content?.Authority,
        identifier = check.Licence?.Identifier, status = check.Licence?.Status.ToString(), validTo = check.Licence?.ValidTo, check.Findings,
    };
}
