namespace ClosingGap.SampleData;

/// <summary>
/// Writes an invented district's nightly export with the answers to it: <c>sis.zip</c>, <c>lms/</c>, <c>truth.json</c> and
/// <c>truth-students.jsonl</c>. Each file is one pass over students made on demand, so memory does not grow with their number.
/// </summary>
public sealed class SampleDistrictWriter
{
    private SampleDistrictWriter()
    {
    }

    /// <summary>Writes into <paramref name="directory"/>, which is created; earlier files of the same names, and the LMS folder, are replaced.</summary>
    /// <exception cref="SampleOptionsException">An option is outside its range; nothing has been written.</exception>
    public static async Task<SampleSummary> WriteAsync(SampleOptions options, string directory, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentException.ThrowIfNullOrWhiteSpace(directory);
        options.Validate();
        var root = Directory.CreateDirectory(directory).FullName;
        var model = new DistrictModel(options);
        var rows = new SortedDictionary<string, long>(StringComparer.Ordinal);
        var sis = Path.Combine(root, "sis.zip");
        var lms = Path.Combine(root, "lms");
        var truth = Path.Combine(root, "truth.json");
        var truthStudents = Path.Combine(root, "truth-students.jsonl");
        await SisPackageWriter.WriteAsync(model, sis, rows, ct);
        await LmsTreeWriter.WriteAsync(model, lms, rows, ct);
        var tally = await TruthStudentsWriter.WriteAsync(model, truthStudents, ct);
        await TruthWriter.WriteAsync(model, tally, rows, truth, ct);
        return new SampleSummary
        {
            AsOf = model.Calendar.AsOf,
            StudentsTotal = tally.Total,
            StudentsActive = tally.Active,
            SisZip = sis,
            LmsDirectory = lms,
            Truth = truth,
            TruthStudents = truthStudents,
            Rows = rows,
        };
    }
}
