using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tongban.Hall.Platform.Outcomes;
using Tongban.Hall.Services.Licences;
using Tongban.LicenceDocuments;
using Tongban.LicenceDocuments.Signing;
using static Tongban.Hall.Platform.Web.Say;

namespace Tongban.Hall.Systems.OnlineHall.Verify;

/// <summary>Anybody may check a licence: by number, by QR code, or by the file.</summary>
[RequestSizeLimit(PdfVerifier.MostBytes + 4096)]
public sealed class VerifyPage(LicenceChecks checks, Seals seals) : PageModel
{
    [FromQuery(Name = "n")]
    public string? Number { get; set; }

    public PublicCheck? Check { get; private set; }

    public Dictionary<string, string> Errors { get; } = [];

    public async Task OnGetAsync()
    {
        if (Number is null) return;
        if (string.IsNullOrWhiteSpace(Number)) Errors["n"] = L("请填写证照上的编号", "Give the number on the licence");
        else if ((Check = await checks.ByNumberAsync(Number.Trim())) is null) Errors["n"] = Refusals.LicenceUnknown.Message;
    }

    public async Task<IActionResult> OnPostAsync(IFormFile? file)
    {
        if (file is null || file.Length == 0)
        {
            Errors["file"] = Refusals.FileMissing.Message;
            return Page();
        }
        using var memory = new MemoryStream();
        await file.CopyToAsync(memory);
        Check = await checks.ByFileAsync(memory.ToArray());
        return Page();
    }

    /// <summary>The certificates of all seals, for checking offline.</summary>
    public IActionResult OnGetSeals() => File(System.Text.Encoding.ASCII.GetBytes(string.Concat(seals.Trusted().Select(SealKey.CertificatePem))), "application/x-pem-file", "seals.pem");
}
