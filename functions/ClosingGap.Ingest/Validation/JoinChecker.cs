using ClosingGap.Ingest.Contracts;
using ClosingGap.Ingest.Diagnostics;

namespace ClosingGap.Ingest.Validation;

/// <summary>
/// Brings another system's names of students and classes to the <c>sourcedId</c> of the SIS. What is not found stays as it is: a later roster
/// may bring it. Only the tables of users and sections report rows; the others would repeat it for each submission.
/// </summary>
internal sealed class JoinChecker(FileContract contract, JoinIndex index, FindingReporter reporter)
{
    private readonly bool _isStudents = contract.Name == "lmsUsers";
    private readonly bool _isSections = contract.Name == "lmsSections";

    private readonly (int Index, ContractColumn Column, JoinTarget Target)[] _columns =
    [
        .. contract.Columns
            .Select((column, position) => (position, column))
            .Where(pair => pair.column.Join)
            .Select(pair => (pair.position, pair.column, index.Of(pair.column.Ref!))),
    ];

    /// <summary>Joins a row's values; false when the row is of no use: a student whom the other system cannot name.</summary>
    public bool Check(string?[] values, long row, FileTally tally)
    {
        foreach (var (position, column, target) in _columns)
        {
            if (values[position] is not { } name)
            {
                if (_isStudents)
                {
                    Count(figures => figures with { StudentsWithoutId = figures.StudentsWithoutId + 1 });
                    reporter.File(DiagnosticCodes.LmsUserWithoutSisId, tally, row, column.Name);
                    return false;
                }

                NotJoined(JoinMatch.NotJoined, column, row, tally);
                continue;
            }

            if (!target.IsKnown)
            {
                reporter.Once(DiagnosticCodes.ReferenceNotVerified, tally, column.Name, column.Ref);
                CountMiss(JoinMatch.NotJoined);
                continue;
            }

            var match = target.Find(name, out var sourcedId);
            if (match == JoinMatch.Joined)
            {
                values[position] = sourcedId;
                CountHit();
            }
            else
            {
                NotJoined(match, column, row, tally);
            }
        }

        return true;
    }

    private void NotJoined(JoinMatch match, ContractColumn column, long row, FileTally tally)
    {
        CountMiss(match);
        if (_isStudents)
        {
            var code = match == JoinMatch.Ambiguous ? DiagnosticCodes.LmsStudentAmbiguous : DiagnosticCodes.LmsStudentNotJoined;
            reporter.File(code, tally, row, column.Name, column.Ref);
        }
        else if (_isSections)
        {
            reporter.File(DiagnosticCodes.LmsSectionNotJoined, tally, row, column.Name, column.Ref);
        }
    }

    private void CountHit()
    {
        if (_isStudents)
        {
            Count(figures => figures with { StudentsJoined = figures.StudentsJoined + 1 });
        }
        else if (_isSections)
        {
            Count(figures => figures with { SectionsJoined = figures.SectionsJoined + 1 });
        }
    }

    private void CountMiss(JoinMatch match)
    {
        if (_isSections)
        {
            Count(figures => figures with { SectionsNotJoined = figures.SectionsNotJoined + 1 });
        }
        else if (_isStudents && match == JoinMatch.Ambiguous)
        {
            Count(figures => figures with { StudentsAmbiguous = figures.StudentsAmbiguous + 1 });
        }
        else if (_isStudents)
        {
            Count(figures => figures with { StudentsNotJoined = figures.StudentsNotJoined + 1 });
        }
    }

    private void Count(Func<JoinFigures, JoinFigures> change) => index.Figures = change(index.Figures ?? new JoinFigures(0, 0, 0, 0, 0, 0));
}
