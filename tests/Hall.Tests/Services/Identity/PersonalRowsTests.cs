using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Personal;
using Tongban.Hall.Services.Identity.Privacy;
using Tongban.Hall.Tests.Support;

namespace Tongban.Hall.Tests.Services.Identity;

/// <summary>Every personal column is either exported to its person or withheld with a reason: no table is forgotten.</summary>
public class PersonalRowsTests(Databases databases)
{
    [Fact]
    public async Task EveryTableWithPersonalColumns_SaysWhoseItsRowsAre_OrWhyNobodys()
    {
        await using var host = databases.Start("sqlite");
        var declared = Declared(host).Select(r => r.Entity).Concat(host.Services.GetServices<NobodysRows>().Select(n => n.Entity)).ToList();

        Assert.Empty(declared.GroupBy(t => t).Where(g => g.Count() > 1).Select(g => g.Key.Name));
        Assert.Empty((await TypesAsync(host)).Where(t => t.GetProperties().Any(PersonalColumns.IsPersonal)).Select(t => t.ClrType).Except(declared).Select(t => t.Name));
        Assert.All(host.Services.GetServices<NobodysRows>(), n => Assert.NotEmpty(n.Reason));
    }

    [Fact]
    public async Task RowsThatGoOnlyInPart_SayWhyTheRestIsKept()
    {
        await using var host = databases.Start("sqlite");
        Assert.Empty(Declared(host).Where(r => r.Kept is null && r.GetType().GetProperty("Going")!.GetValue(r) is not null).Select(r => r.Entity.Name));
        Assert.All(Declared(host).Where(r => r.Kept is not null), r => Assert.NotEmpty(r.Kept!.Until.Zh));
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Export_HoldsEveryColumnOfEveryRowOfTheirs_ButWhatItNamesAsWithheld(string database)
    {
        await using var host = databases.Start(database);
        using var city = await PlayedCity.PlayAsync(host);
        var person = await Residents.NamedAsync(host, "林晓雯");

        var export = JsonNode.Parse(await host.UseAsync((DataGathering gathering) => gathering.OfAsync(person.Id)))!;

        var named = export["withheld"]!.AsArray().Select(w => (string)w!["place"]!).ToHashSet();
        var missed = new List<string>();
        foreach (var table in Declared(host))
        {
            var type = (await TypesAsync(host)).Single(t => t.ClrType == table.Entity);
            var rows = await host.UseAsync((HallDb db) => table.OfAsync(db, person.Id));
            var written = export["data"]![Camel(table.Group.ToString())]![Camel(type.GetTableName()!)]!.AsArray();
            Assert.Equal(rows.Count, written.Count);
            foreach (var property in type.GetProperties())
                if (!named.Contains($"{Camel(type.GetTableName()!)}.{Camel(property.Name)}") && written.Any(w => !w!.AsObject().ContainsKey(Camel(property.Name))))
                    missed.Add($"{type.GetTableName()}.{property.Name}");
        }
        Assert.Empty(missed);
        var text = export.ToJsonString(new(System.Text.Json.JsonSerializerDefaults.Web) { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        Assert.All(new[] { person.Name, person.CitizenNumber, person.PhoneNumber!, "13900000000" }, value => Assert.Contains(value, text));
        Assert.DoesNotContain(person.PasswordHash!, text);
        Assert.DoesNotContain((await Residents.NamedAsync(host, "周子涵")).CitizenNumber, text);
    }

    private static IEnumerable<PersonalRows> Declared(HallHost host) => host.Services.GetServices<PersonalRows>();

    private static Task<List<IEntityType>> TypesAsync(HallHost host) => host.UseAsync((HallDb db) => Task.FromResult(db.Model.GetEntityTypes().ToList()));

    private static string Camel(string name) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(name);
}
