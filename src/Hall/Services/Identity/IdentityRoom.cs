using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Jobs;
using Tongban.Hall.Platform.Packages;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Platform.Production;
using Tongban.Hall.Platform.Web;
using Tongban.Hall.Services.Identity.Mandates;
using Tongban.Hall.Services.Identity.Mobiles;
using Tongban.Hall.Services.Identity.Kiosks;
using Tongban.Hall.Services.Identity.OneTime;
using Tongban.Hall.Services.Identity.Organisations;
using Tongban.Hall.Services.Identity.Passkeys;
using Tongban.Hall.Services.Identity.Privacy;
using Tongban.Hall.Services.Identity.RealName;
using Tongban.Hall.Services.Identity.SignIn;
using Tongban.Hall.Services.Identity.Window;
using Tongban.Hall.Services.Identity.Upstream;

namespace Tongban.Hall.Services.Identity;

public static class IdentityRoom
{
    public static IServiceCollection AddIdentity(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<SignInLimits>(configuration.GetSection("Hall:SignIn"));
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddCookie(IdentityConstants.ApplicationScheme, cookie =>
        {
            cookie.Cookie.Name = "tongban";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            cookie.LoginPath = "/signin";
            cookie.ReturnUrlParameter = "return";
            // The session's row knows when it is over; the cookie only has to outlive it.
            cookie.ExpireTimeSpan = TimeSpan.FromDays(1);
            cookie.SlidingExpiration = false;
            cookie.Events.OnValidatePrincipal = context => context.HttpContext.RequestServices.GetRequiredService<Sessions>().ValidateAsync(context);
        });
        services.AddAuthorization();
        services.AddIdentityCore<Account>(identity => identity.User.AllowedUserNameCharacters = "").AddUserStore<AccountStore>();
        services.AddScoped<IPasskeyHandler<Account>, PasskeyHandler<Account>>();
        services.AddOptions<IdentityPasskeyOptions>().Configure<IOptions<HallOptions>>((passkeys, hall) =>
        {
            // Whoever signs in by a key alone must have unlocked it.
            passkeys.UserVerificationRequirement = "required";
            passkeys.ResidentKeyRequirement = "required";
            if (Uri.TryCreate(hall.Value.PublicUrl, UriKind.Absolute, out var address)) passkeys.ServerDomain = address.Host;
        });
        services.AddScoped<Sessions>().AddScoped<People>().AddScoped<Accounts>().AddScoped<WindowAccounts>().AddScoped<KeptPreferences>();
        services.AddScoped<Throttles>().AddScoped<KnownDevices>().AddScoped<PasswordSignIn>().AddScoped<OneTimeCodes>();
        services.AddScoped<Representation>().AddScoped<Actings>().AddScoped<Mandates.Mandates>().AddScoped<WindowMandates>().AddScoped<BusinessRegister>().AddScoped<Organisations.Organisations>();
        services.AddSingleton<StepGuard>(provider => (writing, proceeding) => Representation.GuardAsync(writing, proceeding, provider.GetRequiredService<CityTime>().Today));
        services.AddJob<CheckOrganisation, CheckOrganisationHandler>();
        services.AddScoped<Ceremonies>().AddScoped<Passkeys.Passkeys>().AddScoped<MobileChanges>().AddScoped<Passwords.Passwords>();
        services.AddSingleton<KeepPreference>((http, name, value) => http.RequestServices.GetRequiredService<KeptPreferences>().KeepAsync(name, value));
        services.AddJob<ChangeMobile, ChangeMobileHandler>();
        services.AddPrivacy();
        services.AddRealName(configuration);
        services.AddUpstream(configuration);
        services.AddKiosks();
        return services.AddDemoRemnant(
            new Text("数据库里有演示账户：请换一个空的数据库。", "The database holds demo accounts: use an empty one."),
            db => db.Set<Account>().AnyAsync(a => a.IsDemo));
    }
}
