using System.Net;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Tongban.Hall.Demo;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Services.Identity;
using Tongban.Hall.Services.Identity.Kiosks;
using Tongban.Hall.Tests.Support;

namespace Tongban.Hall.Tests.Services.Identity.Kiosks;

/// <summary>Which device is a kiosk, and what is recorded of it.</summary>
public class KioskTests(Databases databases)
{
    private const string NotRecognised = "没有认出这台终端";

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Kiosk_IsNamedInWhatHappensAtIt_UntilItIsEnded(string database)
    {
        await using var host = databases.Start(database);
        var (browser, kiosk) = await KioskDevice.ArriveAsync(host);
        using var _ = browser;
        Assert.Contains("data-surface=\"kiosk\"", (await browser.GetAsync("/signin")).Body, StringComparison.Ordinal);
        // Its surface is not the visitor's to choose.
        await browser.GetAsync("/prefs?surface=std");
        Assert.Contains("data-surface=\"kiosk\"", (await browser.GetAsync("/signin")).Body, StringComparison.Ordinal);
        Assert.Equal("/my", (await browser.SignInAsync(ApiClient.Number("林晓雯"), DemoCity.Password)).Location);
        var signedIn = await EntryAsync(host, nameof(SignedIn));
        Assert.Equal((ActorKind.Citizen, kiosk.Id.ToString()), (signedIn.ActorKind, signedIn.Kiosk));
        Assert.StartsWith($"kiosk {kiosk.Id}\n{{", System.Text.Encoding.UTF8.GetString(Notary.PayloadBytes(signedIn)), StringComparison.Ordinal);
        var proved = await EntryAsync(host, nameof(KioskProved));
        Assert.Equal((ActorKind.Kiosk, kiosk.Id.ToString()), (proved.ActorKind, proved.ActorId));

        Assert.True((await host.UseAsync((Hall.Services.Identity.Kiosks.Kiosks kiosks) => kiosks.EndAsync(kiosk.Id, KioskDevice.Who))).Ok);
        await browser.GetAsync("/prefs?surface=std");
        Assert.DoesNotContain("data-surface=\"kiosk\"", (await browser.GetAsync("/")).Body, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Assertion_IsTakenOnce_HoweverManyShowItAtTheSameMoment(string database)
    {
        await using var host = databases.Start(database);
        using var device = new KioskDevice(host);
        await device.RegisterAsync();
        var assertion = device.Assertion();
        var shown = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => host.UseAsync((Hall.Services.Identity.Kiosks.Kiosks kiosks) => kiosks.ProveAsync(assertion))));
        Assert.Single(shown, s => s.Ok);
        using var thief = new Visitor(host.Address);
        Assert.Contains(NotRecognised, (await KioskDevice.ShowAsync(thief, assertion)).Words, StringComparison.Ordinal);
        Assert.Null(thief.Cookie("tongban-kiosk"));
        Assert.True((await host.UseAsync((Hall.Services.Identity.Kiosks.Kiosks kiosks) => kiosks.ProveAsync(device.Assertion()))).Ok);
    }

    [Fact]
    public async Task AssertionThatIsNotThisKiosksForThisHallNow_IsRefused()
    {
        await using var host = databases.Start("sqlite");
        using var device = new KioskDevice(host);
        using var stranger = new KioskDevice(host);
        using var ended = new KioskDevice(host);
        await device.RegisterAsync();
        var gone = await ended.RegisterAsync();
        await host.UseAsync((Hall.Services.Identity.Kiosks.Kiosks kiosks) => kiosks.EndAsync(gone.Id, KioskDevice.Who));
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var good = device.Assertion();
        var tried = new Dictionary<string, string?>
        {
            ["nothing"] = null, ["no token"] = "a.b.c",
            ["a key that nobody registered"] = stranger.Assertion(),
            ["another's name under one's own key"] = stranger.Assertion(("iss", device.Hash), ("sub", device.Hash)),
            ["an ended kiosk"] = ended.Assertion(),
            ["for another hall"] = device.Assertion(("aud", "https://another.example/kiosk/start")),
            ["of somebody else"] = device.Assertion(("sub", stranger.Hash)),
            ["run out"] = device.Assertion(("iat", now - 300), ("exp", now - 200)),
            ["for later"] = device.Assertion(("iat", now + 300), ("exp", now + 400)),
            ["good for a day"] = device.Assertion(("exp", now + 86400)),
            ["without a number"] = device.Assertion(("jti", "")),
            ["signed by nobody"] = $"eyJhbGciOiJub25lIn0.{good.Split('.')[1]}.",
            ["with another's words"] = $"{good.Split('.')[0]}.{device.Assertion().Split('.')[1]}.{good.Split('.')[2]}",
        };
        foreach (var (what, assertion) in tried)
            Assert.Equal((what, "kiosk.unknown"), (what, (await host.UseAsync((Hall.Services.Identity.Kiosks.Kiosks kiosks) => kiosks.ProveAsync(assertion))).Refusal?.Code));
        Assert.True((await host.UseAsync((Hall.Services.Identity.Kiosks.Kiosks kiosks) => kiosks.ProveAsync(good))).Ok);
    }

    [Fact]
    public async Task Key_IsP256_AndRegisteredOnceForEver()
    {
        await using var host = databases.Start("sqlite");
        using var device = new KioskDevice(host);
        var kiosk = await device.RegisterAsync();
        async Task<string?> RegisterAsync(string key) => (await host.UseAsync((Hall.Services.Identity.Kiosks.Kiosks kiosks) => kiosks.RegisterAsync("2 号", kiosk.OfficeId, key, KioskDevice.Who))).Refusal?.Code;
        Assert.Equal("kiosk.key-taken", await RegisterAsync(device.PublicKey));
        await host.UseAsync((Hall.Services.Identity.Kiosks.Kiosks kiosks) => kiosks.EndAsync(kiosk.Id, KioskDevice.Who));
        Assert.Equal("kiosk.key-taken", await RegisterAsync($"-----BEGIN PUBLIC KEY-----\n{device.PublicKey}\n-----END PUBLIC KEY-----"));
        using var rsa = RSA.Create(2048);
        using var p384 = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        using var whole = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        foreach (var wrong in new[] { "", "key", Convert.ToBase64String(rsa.ExportSubjectPublicKeyInfo()), Convert.ToBase64String(p384.ExportSubjectPublicKeyInfo()), Convert.ToBase64String(whole.ExportPkcs8PrivateKey()) })
            Assert.Equal("kiosk.key", await RegisterAsync(wrong));
        Assert.Null(await RegisterAsync(Convert.ToBase64String(whole.ExportSubjectPublicKeyInfo())));
    }

    [Fact]
    public async Task SurfaceAlone_MakesNoKiosk_AndWhoSetsOneUpIsSignedOut()
    {
        await using var host = databases.Start("sqlite");
        using var pretender = new Visitor(host.Address);
        await pretender.GetAsync("/prefs?surface=kiosk");
        await pretender.SignInAsync(ApiClient.Number("林晓雯"), DemoCity.Password);
        Assert.Null((await EntryAsync(host, nameof(SignedIn))).Kiosk);
        using var device = new KioskDevice(host);
        await device.RegisterAsync();
        Assert.Equal("/", (await KioskDevice.ShowAsync(pretender, device.Assertion())).Location);
        Assert.Equal(HttpStatusCode.Redirect, (await pretender.GetAsync("/my")).Status);
        // A made-up cookie is nobody's.
        using var forger = new Visitor(host.Address);
        forger.Plant("tongban-kiosk", "CfDJ8made-up");
        Assert.DoesNotContain("data-surface=\"kiosk\"", (await forger.GetAsync("/")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Administrator_RegistersAndEndsOnTheScreen()
    {
        await using var host = databases.Start("sqlite");
        using var admin = await StaffDoor.SignedInAsync(host, "S9002");
        using var device = new KioskDevice(host);
        var office = await host.UseAsync((HallDb db) => db.Set<Hall.Services.Identity.Staff.Office>().Select(o => o.Id).FirstAsync());
        var refused = await admin.PostAsync("/admin/kiosks", "/admin/kiosks", ("Name", "民治 1 号"), ("Office", office.ToString()), ("PublicKey", "key"));
        Assert.All(["P-256", "民治 1 号"], words => Assert.Contains(words, WebUtility.HtmlDecode(refused.Body), StringComparison.Ordinal));
        Assert.Equal("/admin/kiosks", (await admin.PostAsync("/admin/kiosks", "/admin/kiosks", ("Name", "民治 1 号"), ("Office", office.ToString()), ("PublicKey", device.PublicKey))).Location);
        var listed = await admin.GetAsync("/admin/kiosks");
        Assert.Contains(device.Hash[..16], listed.Words, StringComparison.Ordinal);
        Assert.Equal("/admin/kiosks", (await admin.PostAsync("/admin/kiosks?handler=End", "/admin/kiosks", ("kiosk", listed.Hidden("kiosk")))).Location);
        Assert.Contains("已停用", (await admin.GetAsync("/admin/kiosks")).Words, StringComparison.Ordinal);
        var ended = await EntryAsync(host, nameof(KioskEnded));
        Assert.Equal((ActorKind.Staff, StaffDoor.Demo("S9002").Number), (ended.ActorKind, "S9002"));
    }

    private static Task<ProceedingEntry> EntryAsync(HallHost host, string what) => host.UseAsync((HallDb db) => db.Set<ProceedingEntry>().Where(e => e.Event == what).OrderBy(e => e.Id).LastAsync());
}
