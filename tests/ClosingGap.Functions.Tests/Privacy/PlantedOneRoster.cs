using System.Text;
using System.Text.Json;
using ClosingGap.TestSupport;

namespace ClosingGap.Functions.Tests.Privacy;

/// <summary>
/// A package of OneRoster 1.2 with all its 21 files and all extension files, made of a sample: each file has one more good row with a secret
/// in every column that takes a text, and for each column one more row with a secret in that column, whatever the column takes.
/// </summary>
internal sealed class PlantedOneRoster
{
    private const string Version = "1.2";
    private static readonly string s_contracts = Path.Combine(RepositoryPaths.Root, "functions", "ClosingGap.Ingest", "Contracts");
    private readonly SortedDictionary<string, string> _files;
    private readonly Secrets _secrets;
    private readonly Dictionary<string, JsonElement[]> _contracts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal);

    private PlantedOneRoster(IReadOnlyDictionary<string, string> sample, Secrets secrets)
    {
        _files = new SortedDictionary<string, string>(sample.ToDictionary(), StringComparer.Ordinal);
        _secrets = secrets;
        Load("oneroster.json", Version);
        Load("extensions.json", "extensions");
        foreach (var (table, columns) in _contracts.Where(contract => contract.Value[0].GetProperty("name").ValueEquals("sourcedId")))
        {
            _ids[table] = _files.TryGetValue(table + ".csv", out var text) ? CsvText.Split(CsvText.Lines(text)[1])[0] : secrets.Plant($"{table}.sourcedId");
        }
    }

    /// <summary>How many tables the contracts name.</summary>
    public int Tables => _contracts.Count;

    public IReadOnlyDictionary<string, string> Files => _files;

    /// <param name="student">A student whose names become secrets.</param>
    public static PlantedOneRoster Make(IReadOnlyDictionary<string, string> sample, string student, Secrets secrets)
    {
        var package = new PlantedOneRoster(sample, secrets);
        package.Name(student);
        foreach (var table in package._contracts.Keys.ToList())
        {
            package.Plant(table);
        }

        package.Finish();
        return package;
    }

    private void Load(string file, string part)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(s_contracts, file)));
        foreach (var table in document.RootElement.GetProperty(part).EnumerateObject())
        {
            _contracts[table.Name] = [.. table.Value.EnumerateArray().Select(column => column.Clone())];
        }
    }

    /// <summary>Gives a student of the sample names that are secrets: these are to be found where names are meant to be.</summary>
    private void Name(string student)
    {
        var lines = CsvText.Lines(_files["users.csv"]);
        var header = CsvText.Split(lines[0]).ToList();
        var at = Array.FindIndex(lines, line => line.StartsWith(student + ",", StringComparison.Ordinal));
        var cells = CsvText.Split(lines[at]);
        foreach (var column in new[] { "givenName", "familyName", "middleName", "email", "username", "preferredGivenName" })
        {
            cells[header.IndexOf(column)] = _secrets.Plant($"name of a student: {column}");
        }

        lines[at] = CsvText.Join(cells);
        _files["users.csv"] = string.Join('\n', lines) + "\n";
    }

    private void Plant(string table)
    {
        var file = table + ".csv";
        var columns = _contracts[table];
        var text = new StringBuilder(_files.GetValueOrDefault(file) ?? string.Join(',', columns.Select(Name)) + "\n");
        var lines = CsvText.Lines(text.ToString());
        var header = CsvText.Split(lines[0]).ToList();
        var good = lines.Length > 1 ? CsvText.Split(lines[1]) : [.. columns.Select(column => Value(table, column))];
        foreach (var column in columns.Where(column => header.Contains(Name(column)) && !column.TryGetProperty("ref", out _)))
        {
            good[header.IndexOf(Name(column))] = Type(column) switch
            {
                "string" or "stringList" or "id" => _secrets.Plant($"{table}.{Name(column)} of a good row"),
                "guid" when lines.Length > 1 => _secrets.Plant($"{table}.{Name(column)} of a good row"),
                "userIdList" => $"{{sis:{_secrets.Plant($"{table}.{Name(column)} of a good row")}}}",
                _ => good[header.IndexOf(Name(column))],
            };
        }

        text.Append(CsvText.Join(good)).Append('\n');
        for (var i = 0; i < header.Count; i++)
        {
            var bad = (string[])good.Clone();
            if (header[0] == "sourcedId")
            {
                bad[0] = _secrets.Plant($"{table}.sourcedId of a row with a wrong {header[i]}");
            }

            bad[i] = _secrets.Plant($"{table}.{header[i]} of a bad row");
            text.Append(CsvText.Join(bad)).Append('\n');
        }

        _files[file] = text.ToString();
    }

    /// <summary>Faults that no contract names: of CSV itself, in the manifest, in headers, and files that belong to nothing.</summary>
    private void Finish()
    {
        var manifest = _files["manifest.csv"].Replace(",absent", ",bulk", StringComparison.Ordinal);
        _files["manifest.csv"] = manifest.TrimEnd() + $"\n{_secrets.Plant("manifest: a property")},{_secrets.Plant("manifest: a value")}\n";
        var wide = CsvText.Split(CsvText.Lines(_files["attendance.csv"])[1]).Append(_secrets.Plant("attendance: a cell too many"));
        _files["attendance.csv"] += CsvText.Join(wide) + "\n"
            + $"\"{_secrets.Plant("attendance: a quoted cell")}\"{_secrets.Plant("attendance: after a quote")},x\n"
            + $"a\"{_secrets.Plant("attendance: a bare quote")},x\n{_secrets.Plant("attendance: a cell alone")}\n";
        var resources = CsvText.Lines(_files["resources.csv"]);
        var header = $"{new string('x', 80)}{_secrets.Plant("resources: the middle of a header")}{new string('y', 80)}";
        _files["resources.csv"] = string.Join('\n', resources.Select((line, row) => $"{line},{(row == 0 ? header : _secrets.Plant("resources: an unknown column"))}")) + "\n";
        _files[$"{new string('x', 80)}{_secrets.Plant("the middle of a file's name")}{new string('y', 80)}.csv"] = _secrets.Plant("the content of an unknown file");
    }

    private string Value(string table, JsonElement column) => (Type(column), column) switch
    {
        (_, _) when Name(column) is "status" or "dateLastModified" => "",
        (_, _) when column.TryGetProperty("ref", out var to) => Reference(to.GetString()!, column),
        ("guid", _) => _ids[table],
        ("enum" or "enumList", _) => column.GetProperty("enum")[0].GetString()!,
        ("boolean", _) => "true",
        ("date", _) => "2026-01-15",
        ("dateTime", _) => "2026-01-15T10:00:00.000Z",
        ("localDateTime", _) => "2026-01-15T10:00:00",
        ("year", _) => "2026",
        ("integer" or "float", _) => "1",
        ("grade" or "gradeList", _) => "09",
        ("scoreScale", _) => "{A:90}",
        _ => _secrets.Plant($"{table}.{Name(column)} of a good row"),
    };

    /// <summary>A record of that table, of the type that the column asks for.</summary>
    private string Reference(string table, JsonElement column)
    {
        if (!column.TryGetProperty("refType", out var type) || !_files.TryGetValue(table + ".csv", out var text))
        {
            return _ids.GetValueOrDefault(table, "");
        }

        var lines = CsvText.Lines(text);
        var at = Array.IndexOf(CsvText.Split(lines[0]), "type");
        return lines.Skip(1).Select(CsvText.Split).FirstOrDefault(cells => type.ValueEquals(cells[at]))?[0] ?? _ids[table];
    }

    private static string Name(JsonElement column) => column.GetProperty("name").GetString()!;

    private static string Type(JsonElement column) => column.GetProperty("type").GetString()!;
}
