using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Tongban.Hall.Demo;
using Tongban.Hall.Services.Identity.Staff;
using Tongban.Hall.Services.Identity.Staff.Factor;
using Tongban.Hall.Tests.Support;

namespace Tongban.Hall.Tests.Systems.Administration;

public sealed class FreshFactorTests(Databases databases) : IDisposable
{
    private readonly Clock clock = new();
    private Visitor admin = null!;

    public void Dispose() => admin.Dispose();

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task AfterTenMinutes_AnActAsksForTheFactor_KeepsWhatWasTyped_AndThenIsDone(string database)
    {
        await using var host = await StartAsync(database);
        clock.Advance(FreshSecondFactorAttribute.Within + TimeSpan.FromSeconds(1));

        var asked = await EnterAsync("S7001");
        Assert.Contains("再验证一次", asked.Words);
        Assert.Equal(("S7001", "王小明"), (asked.Hidden("Number"), asked.Hidden("Name")));
        Assert.DoesNotContain("S7001", (await admin.GetAsync("/admin/members")).Words);
        Assert.Contains("验证码不对", (await EnterAsync("S7001", "000000")).Words);
        Assert.Contains("首次密码", (await EnterAsync("S7001", StaffDoor.Code(host, "S9001"))).Words);

        Assert.Contains("首次密码", (await EnterAsync("S7002")).Words);
        Assert.Contains("S7001", (await admin.GetAsync("/admin/members")).Words);
    }

    [Fact]
    public async Task EveryAdministratorsForm_AsksForTheFactor()
    {
        await using var host = await StartAsync("sqlite");
        var forms = host.Services.GetRequiredService<Microsoft.AspNetCore.Routing.EndpointDataSource>().Endpoints
            .Select(e => e.Metadata.GetMetadata<Microsoft.AspNetCore.Mvc.RazorPages.PageActionDescriptor>()).OfType<Microsoft.AspNetCore.Mvc.RazorPages.PageActionDescriptor>()
            .Where(p => p.ViewEnginePath.StartsWith("/Systems/Administration/", StringComparison.Ordinal));
        var loader = host.Services.GetRequiredService<Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure.PageLoader>();
        var open = new List<string>();
        foreach (var page in forms)
        {
            var compiled = await loader.LoadAsync(page, new());
            if (compiled.HandlerMethods.Any(h => h.HttpMethod == "Post") && !compiled.ModelTypeInfo!.IsDefined(typeof(FreshSecondFactorAttribute), false)) open.Add(page.ViewEnginePath);
        }
        Assert.Empty(open);
    }

    [Fact]
    public async Task FiveWrongCodes_LockTheMember_AndEndWhatHeHasOpen()
    {
        await using var host = await StartAsync("sqlite");
        clock.Advance(FreshSecondFactorAttribute.Within + TimeSpan.FromSeconds(1));
        var token = await admin.TokenAsync("/admin/members/new");
        for (var i = 0; i < 5; i++)
            await admin.PostAsync("/admin/members/new", new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("Number", "S7001"), new("Name", "王小明"), new(FreshSecondFactorAttribute.Field, "000000")]));
        Assert.Contains("/staff/signin", (await admin.GetAsync("/admin/members")).Location);
    }

    [Fact]
    public async Task LockedMember_IsUnlocked_AndComesIn()
    {
        await using var host = await StartAsync("sqlite");
        using var officer = new Visitor(host.Address);
        for (var i = 0; i < 5; i++) await StaffDoor.TryAsync(host, officer, "S1001", "wrong-Password-1");
        Assert.Null((await StaffDoor.TryAsync(host, officer, "S1001", DemoStaff.Password)).Location);
        var id = (await host.UseAsync((Members all) => all.ByNumberAsync("S1001")))!.Id;

        Assert.Contains("现在解锁", (await admin.GetAsync($"/admin/members/{id}")).Words);
        Assert.Equal($"/admin/members/{id}", (await admin.PostAsync($"/admin/members/{id}?handler=Unlock", $"/admin/members/{id}")).Location);
        Assert.Equal("/staff", (await StaffDoor.TryAsync(host, officer, "S1001", DemoStaff.Password)).Location);
    }

    [Fact]
    public async Task StaleFactorAndForgedForm_IsRefusedBeforeAnythingIsAsked()
    {
        await using var host = await StartAsync("sqlite");
        clock.Advance(FreshSecondFactorAttribute.Within + TimeSpan.FromSeconds(1));
        var shown = await admin.PostAsync("/admin/members/new", new FormUrlEncodedContent([new("Number", "S7001"), new("Name", "王小明"), new(FreshSecondFactorAttribute.Field, StaffDoor.Code(host, "S9001"))]));
        Assert.Equal(HttpStatusCode.BadRequest, shown.Status);
    }

    private async Task<HallHost> StartAsync(string database)
    {
        var host = databases.Prepare(database).With(services => services.AddSingleton<TimeProvider>(clock)).Start();
        admin = await StaffDoor.SignedInAsync(host, "S9001");
        return host;
    }

    private Task<Shown> EnterAsync(string number, string? code = null) => admin.PostAsync("/admin/members/new", "/admin/members/new",
        [("Number", number), ("Name", "王小明"), .. code is null ? Array.Empty<(string, string)>() : [(FreshSecondFactorAttribute.Field, code)]]);
}
