using System.ComponentModel;
using Tongban.Hall.Platform.Outcomes;
using Tongban.Hall.Services.Licences;
using Tongban.Hall.Systems.OpenInterface.Contract;
using Tongban.LicenceDocuments;

namespace Tongban.Hall.Systems.OpenInterface.V1;

public sealed record LicenceView(
    [property: Description("是真的，今天有效 · Genuine, and valid today")] bool Holds,
    string? Title, string? Number, string? Authority, string? Identifier, LicenceStatus? Status, DateOnly? ValidTo,
    [property: Description("查了什么，结果怎样 · What was checked, and how it came out")] IReadOnlyList<CheckFinding> Findings)
{
    public static LicenceView Of(PublicCheck check) => new(
        check.Holds, check.Content?.Title, check.Content?.Number, check.Content?.Authority,
        check.Licence?.Identifier, check.Licence?.Status, check.Licence?.ValidTo, check.Findings);
}

internal static class LicencesApi
{
    public static void MapLicences(this RouteGroupBuilder api)
    {
        var licences = api.MapGroup("/licences").WithTags("licences").RequireAuthorization("licences");
        licences.MapGet("/{identifier}", ReadAsync).WithName("GetLicence").WithSummary("按标识或文号查证照 · A licence by its identifier or number")
            .Answers<LicenceView>().Refuses(Refusals.LicenceUnknown);
        licences.MapPost("/verify", VerifyAsync).WithName("VerifyLicence").WithSummary("上传 PDF 核验，正文就是文件 · Check a PDF; the body is the file")
            .Takes<Stream>("application/pdf", PdfVerifier.MostBytes).Answers<LicenceView>().Refuses(Refusals.FileEmpty);
    }

    private static async Task<ApiAnswer> ReadAsync(string identifier, LicenceChecks checks) =>
        await checks.ByNumberAsync(identifier) is { } check ? ApiAnswer.Ok(LicenceView.Of(check)) : ApiAnswer.Of(Refusals.LicenceUnknown);

    private static async Task<ApiAnswer> VerifyAsync(HttpRequest http, LicenceChecks checks, CancellationToken stop)
    {
        using var memory = new MemoryStream();
        await http.Body.CopyToAsync(memory, stop);
        return memory.Length == 0 ? ApiAnswer.Of(Refusals.FileEmpty) : ApiAnswer.Ok(LicenceView.Of(await checks.ByFileAsync(memory.ToArray())));
    }
}
