using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Tongban.Hall.Platform.Personal;
using Tongban.Hall.Services.Identity;

namespace Tongban.Hall.Systems.Workplace.Register;

/// <summary>登录条, to be printed and handed over: shown in this answer, and never again.</summary>
public sealed record Slip(Account Account, Sensitive Code, DateOnly Until);

internal static class Slips
{
    public static ViewResult Show(PageModel page, Slip slip) => new()
    {
        ViewName = "/Systems/Workplace/Register/_Slip.cshtml",
        ViewData = new ViewDataDictionary<Slip>(page.MetadataProvider, new ModelStateDictionary()) { Model = slip },
    };
}
