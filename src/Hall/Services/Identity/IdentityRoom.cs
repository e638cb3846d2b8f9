using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Packages;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Platform.Production;

using Tongban.Hall.Services.Identity.Privacy;

namespace Tongban.Hall.Services.Identity;

public static class IdentityRoom
{
    public static IServiceCollection AddIdentity(this IServiceCollection services)
    {
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddCookie(IdentityConstants.ApplicationScheme, cookie =>
        {
            cookie.Cookie.Name = "tongban";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            cookie.LoginPath = "/signin";
            cookie.ReturnUrlParameter = "return";
            cookie.ExpireTimeSpan = TimeSpan.FromHours(2);
            cookie.SlidingExpiration = true;
            cookie.Events.OnValidatePrincipal = async context =>
            {
                if (!Guid.TryParse(context.Principal?.FindFirstValue(ClaimNames.Session), out var session)
                    || !await context.HttpContext.RequestServices.GetRequiredService<Sessions>().RunsAsync(session))
                    context.RejectPrincipal();
            };
        });
        services.AddAuthorization();
        services.AddIdentityCore<Account>(identity =>
        {
            identity.Password.RequiredLength = 10;
            identity.Password.RequireDigit = identity.Password.RequireUppercase =
                identity.Password.RequireLowercase = identity.Password.RequireNonAlphanumeric = false;
            identity.Lockout.MaxFailedAccessAttempts = 5;
            identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
            identity.User.AllowedUserNameCharacters = "";
        }).AddUserStore<AccountStore>();
        services.AddScoped<Sessions>();
        services.AddScoped<People>();
        services.AddPrivacy();
        return services.AddDemoRemnant(
            new Text("数据库里有演示账户：请换一个空的数据库。", "The database holds demo accounts: use an empty one."),
            db => db.Set<Account>().AnyAsync(a => a.IsDemo));
    }
}
