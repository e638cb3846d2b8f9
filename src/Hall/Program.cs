using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Services.Identity;
using Tongban.Hall.Services.Supervision;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddPlatform(builder.Configuration);
builder.Services.AddIdentity();
builder.Services.AddSupervision();

var app = builder.Build();
await app.Services.PrepareDataAsync();
app.UseAuthentication();
app.UseAuthorization();
await app.RunAsync();
