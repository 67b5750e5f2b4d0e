using System.Text.Json;

namespace ClosingGap.Ingest.Contracts;

/// <summary>
/// Reads the contract data: version → file → columns in order. By hand, as every start of a process waits for it: a generated serializer
/// takes a tenth of a second until its code is compiled, this a fifth of that.
/// </summary>
internal static class ContractReader
{
    /// <summary>Reads a file of contracts.</summary>
    /// <exception cref="JsonException">It holds what no column has.</exception>
    public static Dictionary<string, Dictionary<string, List<ContractColumn>>> Read(Stream stream)
    {
        using var document = JsonDocument.Parse(stream);
        var versions = new Dictionary<string, Dictionary<string, List<ContractColumn>>>(StringComparer.Ordinal);
        foreach (var version in document.RootElement.EnumerateObject())
        {
            var files = new Dictionary<string, List<ContractColumn>>(StringComparer.Ordinal);
            foreach (var file in version.Value.EnumerateObject())
            {
                var columns = new List<ContractColumn>(file.Value.GetArrayLength());
                foreach (var column in file.Value.EnumerateArray())
                {
                    columns.Add(Column(column));
                }

                files.Add(file.Name, columns);
            }

            versions.Add(version.Name, files);
        }

        return versions;
    }

    private static ContractColumn Column(JsonElement json)
    {
        var column = new ContractColumn { Name = json.GetProperty("name").GetString()! };
        foreach (var member in json.EnumerateObject())
        {
            var value = member.Value;
            column = member.Name switch
            {
                "name" => column,
                "required" => column with { Required = Requirement(value.GetString()) },
                "type" => column with { Type = Type(value.GetString()) },
                "enum" => column with { Enum = JsonTexts.List(value) },
                "extensible" => column with { Extensible = value.GetBoolean() },
                "ref" => column with { Ref = value.GetString() },
                "refType" => column with { RefType = value.GetString() },
                "refTypeNot" => column with { RefTypeNot = value.GetString() },
                "key" => column with { Key = value.GetBoolean() },
                "lenientOptional" => column with { LenientOptional = value.GetBoolean() },
                "droppable" => column with { Droppable = value.GetBoolean() },
                "join" => column with { Join = value.GetBoolean() },
                "parent" => column with { Parent = value.GetBoolean() },
                "omittable" => column with { Omittable = value.GetBoolean() },
                "canonical" => column with { Canonical = value.GetString() },
                "unlessFilled" => column with { UnlessFilled = value.GetString() },
                "min" => column with { Min = value.GetDecimal() },
                "max" => column with { Max = value.GetDecimal() },
                "notBefore" => column with { NotBefore = value.GetString() },
                "aliases" => column with { Aliases = JsonTexts.List(value) },
                _ => throw new JsonException($"A column has no member {member.Name}."),
            };
        }

        return column;
    }

    private static ValueRequirement Requirement(string? name) => name switch
    {
        "no" => ValueRequirement.No,
        "yes" => ValueRequirement.Yes,
        "delta" => ValueRequirement.Delta,
        _ => throw new JsonException($"A column is required yes, no or delta, not {name}."),
    };

    private static CellType Type(string? name) => name switch
    {
        "string" => CellType.Text,
        "stringList" => CellType.TextList,
        "id" => CellType.Id,
        "guid" => CellType.Guid,
        "guidRef" => CellType.GuidRef,
        "guidRefList" => CellType.GuidRefList,
        "enum" => CellType.Enum,
        "enumList" => CellType.EnumList,
        "boolean" => CellType.Boolean,
        "date" => CellType.Date,
        "dateTime" => CellType.DateTime,
        "localDateTime" => CellType.LocalDateTime,
        "year" => CellType.Year,
        "integer" => CellType.Integer,
        "float" => CellType.Float,
        "grade" => CellType.Grade,
        "gradeList" => CellType.GradeList,
        "userIdList" => CellType.UserIdList,
        "scoreScale" => CellType.ScoreScale,
        _ => throw new JsonException($"No cell is of type {name}."),
    };
}
