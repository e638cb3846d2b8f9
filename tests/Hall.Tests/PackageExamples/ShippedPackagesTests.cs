using Tongban.Hall.Cases.Examples;
using Tongban.Hall.Platform.Packages;

namespace Tongban.Hall.Tests.PackageExamples;

/// <summary>The packages of the repository, checked as an author would check them.</summary>
public sealed class ShippedPackagesTests
{
    [Fact]
    public async Task Check_of_all_packages_finds_nothing_and_every_example_passes()
    {
        using var output = new StringWriter();

        var code = await PackageCheckCommand.RunAsync([], output);

        Assert.True(code == 0, output.ToString());
        Assert.DoesNotContain("✗", output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("graduate-settlement", 16)]
    [InlineData("no-criminal-record", 11)]
    [InlineData("old-age-allowance", 16)]
    [InlineData("registration-certificate", 5)]
    public async Task Package_in_full_depth_is_loaded_with_its_examples(string id, int examples)
    {
        var store = await PackageStore.LoadAsync(PackagesRoom.Shipped);

        var package = store.Find(id);

        Assert.NotNull(package);
        Assert.Equal(examples, package.Examples.Count);
        Assert.Same(package, store.FindByCode(package.Codes.Implementation));
        Assert.Same(package, store.FindByCode(package.Codes.Basic));
    }

    [Fact]
    public async Task Unknown_package_is_said_and_fails_the_check()
    {
        using var output = new StringWriter();

        var code = await PackageCheckCommand.RunAsync(["no-such-item"], output);

        Assert.Equal(1, code);
        Assert.Contains("There is no package no-such-item", output.ToString(), StringComparison.Ordinal);
    }
}
