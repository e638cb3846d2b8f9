using Tongban.Hall.Demo;

namespace Tongban.Hall.Tests.Support;

/// <summary>A person of the demo, signed in at the hall.</summary>
public static class SignedInPerson
{
    public static async Task<Visitor> AsAsync(HallHost host, string name = "林晓雯")
    {
        var visitor = new Visitor(host.Address);
        Assert.NotNull((await visitor.SignInAsync(ApiClient.Number(name), DemoCity.Password)).Location);
        return visitor;
    }
}
