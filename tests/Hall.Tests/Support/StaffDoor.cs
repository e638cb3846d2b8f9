using Microsoft.Extensions.DependencyInjection;
using Tongban.Hall.Demo;
using Tongban.Hall.Services.Identity.Staff;

namespace Tongban.Hall.Tests.Support;

/// <summary>How members of staff come in.</summary>
public static class StaffDoor
{
    public static DemoStaff Demo(string number) => DemoStaff.All.Single(s => s.Number == number);

    /// <summary>A browser in which this member of the demo has signed in.</summary>
    public static async Task<Visitor> SignedInAsync(HallHost host, string number)
    {
        var visitor = new Visitor(host.Address);
        Assert.Equal("/staff", (await TryAsync(host, visitor, number, DemoStaff.Password)).Location);
        return visitor;
    }

    public static Task<Shown> TryAsync(HallHost host, Visitor visitor, string number, string password, string? code = null) => visitor.PostAsync(
        "/staff/signin", "/staff/signin", ("Number", number), ("Password", password), ("Code", code ?? SecondFactor.CodeAt(Demo(number).Secret, Now(host))));

    /// <summary>The code that the demo member's authenticator shows after some more steps: each counts once.</summary>
    public static string Code(HallHost host, string number, int ahead = 0) => SecondFactor.CodeAt(Demo(number).Secret, Now(host).AddSeconds(30 * ahead));

    public static DateTimeOffset Now(HallHost host) => host.Services.GetRequiredService<TimeProvider>().GetUtcNow();
}
