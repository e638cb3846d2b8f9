using Tongban.Hall.Cases;
using Tongban.Hall.Cases.Examples;
using Tongban.Hall.Demo;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Observability;
using Tongban.Hall.Platform.Packages;
using Tongban.Hall.Platform.Web;
using Tongban.Hall.Services.Exchange;
using Tongban.Hall.Services.Identity;
using Tongban.Hall.Services.Licences;
using Tongban.Hall.Services.Notices;
using Tongban.Hall.Services.Supervision;
using Tongban.Hall.Services.Supervision.Ledger;
using Tongban.Hall.Systems.Catalogue;
using Tongban.Hall.Systems.OnlineHall;
using Tongban.Hall.Systems.OpenInterface;

var builder = WebApplication.CreateBuilder(args);
if (args is ["check", "packages", .. var items])
    return await PackageCheckCommand.RunAsync(items, Console.Out, PackagesRoom.Folder(builder.Configuration["Hall:PackagesDirectory"] ?? ""));

ProductionGuard.Check(builder.Environment, builder.Configuration);
builder.AddObservability();
builder.Services.AddPlatform(builder.Configuration, builder.Environment);
builder.Services.AddPackages(ExchangeRoom.Registries);
builder.Services.AddWeb();
builder.Services.AddIdentity();
builder.Services.AddExchange(builder.Configuration);
builder.Services.AddLicences();
builder.Services.AddNotices();
builder.Services.AddSupervision();
builder.Services.AddCases();
builder.Services.AddCatalogue();
builder.Services.AddOnlineHall();
builder.Services.AddOpenInterface(demo: !builder.Environment.IsProduction());
builder.Services.AddDemoCity();

var app = builder.Build();
app.Services.ReadPackagesAhead();
await app.Services.PrepareDataAsync();
if (args is ["verify", ..]) return await VerifyCommand.RunAsync(app.Services, Console.Out);
await app.PrepareCityAsync();
await app.PrepareOpenInterfaceAsync();

app.UseWeb();
app.UseRereadableBodies();
app.UseAuthentication();
app.UseAuthorization();
app.MapPreferences();
app.MapHealth();
app.MapOpenInterface();
app.MapRazorPages();
await app.RunAsync();
return 0;
