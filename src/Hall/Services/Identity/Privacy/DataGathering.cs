using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Personal;

namespace Tongban.Hall.Services.Identity.Privacy;

/// <summary>Gathers all that is kept about a person, table by table as the rooms declare them: what a table has, the export has,
/// but for the columns that a room withholds with a reason, which the export names.</summary>
public sealed class DataGathering(HallDb db, IEnumerable<PersonalRows> tables, CityTime time)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Converters = { new JsonStringEnumConverter() },
    };

    public async Task<byte[]> OfAsync(Guid person)
    {
        var groups = new JsonObject();
        var withheld = new JsonArray();
        foreach (var table in tables.OrderBy(t => t.Group))
        {
            var type = db.Model.FindEntityType(table.Entity)!;
            var name = NameOf(table.Group.ToString());
            if (groups[name] is not JsonObject group) groups[name] = group = [];
            group[NameOf(type.GetTableName()!)] = new JsonArray([.. (await table.OfAsync(db, person)).Select(row => Write(type, table, row))]);
            foreach (var (column, reason) in table.Withheld)
                withheld.Add(new JsonObject { ["place"] = $"{NameOf(type.GetTableName()!)}.{NameOf(column)}", ["zh"] = reason.Zh, ["en"] = reason.En });
        }
        return JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["madeAt"] = time.Now, ["data"] = groups, ["withheld"] = withheld }, Json);
    }

    private static JsonNode Write(IEntityType type, PersonalRows table, object row)
    {
        var written = new JsonObject();
        foreach (var property in type.GetProperties().Where(p => !table.Withheld.ContainsKey(p.Name)))
            written[NameOf(property.Name)] = ValueOf(property.GetGetter().GetClrValueUsingContainingEntity(row));
        return written;
    }

    // Answers, facts and letters are JSON themselves: the person reads them as such.
    private static JsonNode? ValueOf(object? value)
    {
        if (value is string text && text.StartsWith('{'))
            try
            {
                return JsonNode.Parse(text);
            }
            catch (JsonException)
            {
                return text;
            }
        return JsonSerializer.SerializeToNode(value, Json);
    }

    private static string NameOf(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);
}
