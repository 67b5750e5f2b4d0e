namespace ClosingGap.SampleData;

/// <summary>One file of the SIS package: its name without extension, its columns, and what fills it.</summary>
internal sealed record SisTable(string Name, string Columns, Func<DistrictModel, CsvTable, CancellationToken, Task> FillAsync)
{
    public string File => $"{Name}.csv";

    public string[] Header => Columns.Split(',');
}
