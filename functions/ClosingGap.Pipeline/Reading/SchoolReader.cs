using ClosingGap.Pipeline.Districts;
using ClosingGap.Pipeline.Documents;
using ClosingGap.Pipeline.Publishing;

namespace ClosingGap.Pipeline.Reading;

/// <summary>Reads a school's figures and caseload.</summary>
public sealed class SchoolReader(PublishedReader reader)
{
    /// <summary>The published summary; null when there is no such school in it.</summary>
    public Task<Versioned<SchoolSummary>?> FindAsync(DistrictId district, string school, CancellationToken cancellationToken) =>
        reader.FindAsync(district, version => DocumentKeys.SchoolSummary(district, school, version), PipelineJson.Default.SchoolSummary, cancellationToken);

    /// <summary>A page of the published caseload, from 1; null when there is no such page. A school without students has an empty first page.</summary>
    public async Task<Versioned<CaseloadPage>?> FindCaseloadAsync(DistrictId district, string school, int page, CancellationToken cancellationToken)
    {
        var found = await reader.FindAsync(
            district, version => DocumentKeys.CaseloadPage(district, school, version, page), PipelineJson.Default.CaseloadPage, cancellationToken);
        if (found is not null || page != 1 || await FindAsync(district, school, cancellationToken) is not { } summary)
        {
            return found;
        }

        return new Versioned<CaseloadPage>(
            new CaseloadPage(district.ToString(), school, summary.Version, summary.Value.AsOf, 1, 1, 0, []), summary.Version);
    }
}
