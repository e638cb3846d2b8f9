using Microsoft.EntityFrameworkCore;
using Tongban.Hall.Platform.Packages;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Platform.Production;
using Tongban.Hall.Services.Identity.Staff.Factor;

namespace Tongban.Hall.Services.Identity.Staff;

public static class StaffRoom
{
    public static IServiceCollection AddStaff(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<StaffOptions>(configuration.GetSection(StaffOptions.Section));
        var idle = configuration.GetSection(StaffOptions.Section).Get<StaffOptions>()?.Idle ?? new StaffOptions().Idle;
        services.AddAuthentication().AddCookie(StaffOnlyAttribute.Scheme, cookie =>
        {
            cookie.Cookie.Name = "tongban-staff";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Strict;
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            cookie.LoginPath = "/staff/signin";
            cookie.ReturnUrlParameter = "return";
            cookie.ExpireTimeSpan = idle;
            cookie.SlidingExpiration = true;
            cookie.Events.OnValidatePrincipal = async context =>
            {
                if (await context.HttpContext.RequestServices.GetRequiredService<StaffSessions>().NowAsync(context.Principal) is { } now) context.ReplacePrincipal(now);
                else context.RejectPrincipal();
            };
            // What is not for this post does not exist; who must first choose a password is led there.
            cookie.Events.OnRedirectToAccessDenied = context =>
            {
                if (context.HttpContext.User.FindFirst(ClaimNames.Post) is null) context.Response.Redirect("/staff/first");
                else context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            };
        });
        services.AddAuthorizationBuilder().AddPolicy(StaffOnlyAttribute.Scheme, policy => policy
            .AddAuthenticationSchemes(StaffOnlyAttribute.Scheme).RequireAuthenticatedUser().RequireClaim(ClaimNames.Post));
        services.AddScoped<Members>();
        services.AddScoped<Posts>().AddScoped<Substitutions>().AddScoped<Authorities>().AddScoped<Offices>().AddScoped<Factors>();
        services.AddScoped<StaffSignIns>();
        services.AddScoped<StaffSessions>();
        services.AddScoped<StaffRequest>();
        return services.AddDemoRemnant(
            new Text("数据库里有演示工作人员：请换一个空的数据库。", "The database holds demo members of staff: use an empty one."),
            db => db.Set<StaffMember>().AnyAsync(m => m.IsDemo));
    }
}
