using System.Net;
using Tongban.Hall.Tests.Support;

namespace Tongban.Hall.Tests.Platform.Web;

public class NoNulTests(Databases databases)
{
    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task WhatNoDatabaseCanKeep_IsRefused_InAnAddressAndInAForm(string database)
    {
        await using var host = databases.Start(database);
        using var visitor = new Visitor(host.Address);

        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.GetAsync("/search?q=%00")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.PostAsync("/signin", "/signin", ("Name", "a\0b"), ("Password", "a-long-password"))).Status);
        // A form that needs no token reads as empty, and its page asks again.
        Assert.Equal(HttpStatusCode.OK, (await visitor.PostAsync("/track", new FormUrlEncodedContent([new("no", "\0"), new("code", "AAAAAAAA")]))).Status);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/search?q=%E2%90%80")).Status);
    }
}
