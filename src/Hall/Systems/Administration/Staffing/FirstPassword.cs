using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Tongban.Hall.Platform.Personal;
using Tongban.Hall.Services.Identity.Staff;

namespace Tongban.Hall.Systems.Administration.Staffing;

/// <summary>A first password, to be printed and handed over: shown in this answer, and never again.</summary>
public sealed record FirstPassword(StaffMember Member, Sensitive Password);

internal static class FirstPasswordSlip
{
    public static ViewResult Slip(this PageModel page, FirstPassword first) => new()
    {
        ViewName = "/Systems/Administration/Staffing/_FirstPassword.cshtml",
        ViewData = new ViewDataDictionary<FirstPassword>(page.MetadataProvider, new ModelStateDictionary()) { Model = first },
    };
}
