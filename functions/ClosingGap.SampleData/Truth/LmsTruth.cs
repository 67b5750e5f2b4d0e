namespace ClosingGap.SampleData;

/// <summary>Counts what the LMS knows of a student, by the names of the indicators. What cannot be measured is left out.</summary>
internal sealed class LmsTruth(DistrictModel model)
{
    private readonly LmsModel _lms = new(model);
    private readonly Dictionary<int, LmsSection> _sections = LmsSection.Choose(model)
        .SelectMany(section => section.Students(model).Select(student => (student.Number, section)))
        .ToDictionary(pair => pair.Number, pair => pair.section);

    public IReadOnlyDictionary<string, (long Numerator, long Denominator)> Count(Student student)
    {
        var facts = new SortedDictionary<string, (long, long)>(StringComparer.Ordinal);
        if (!_sections.TryGetValue(student.Number, out var section))
        {
            return facts;
        }

        var asOf = model.Calendar.AsOfDay;
        var due = _lms.DueDays().Where(day => day <= asOf).Select(day => (Day: day, Here: LmsModel.IsHere(student, section, day), Work: _lms.Work(student, section, day))).ToList();
        var given = due.Where(work => work.Here && !work.Work.Missing).ToList();
        if (LmsModel.IsHere(student, section, asOf))
        {
            facts["lms-current-score"] = (_lms.Score(student, section, asOf) * 100L, 1);
            if (due.Count > 0)
            {
                facts["lms-missing-work"] = (due.Count - given.Count, due.Count);
            }

            if (given.Count > 0)
            {
                facts["lms-late-work"] = (given.Count(work => work.Work.Late), given.Count);
            }
        }

        CountActivity(student, section, given.Select(work => work.Work.Late ? work.Day : work.Day - 1), facts);
        return facts;
    }

    private void CountActivity(Student student, LmsSection section, IEnumerable<int> handedIn, SortedDictionary<string, (long, long)> facts)
    {
        var asOf = model.Calendar.AsOfDay;
        var posts = Enumerable.Range(asOf - LmsModel.ActivityDays + 1, LmsModel.ActivityDays)
            .Where(day => LmsModel.IsHere(student, section, day) && _lms.Posts(student, day));
        var signIns = Enumerable.Range(asOf - LmsModel.SignInDays + 1, LmsModel.SignInDays).Select(day => (Day: day, At: _lms.SignIn(student, day)))
            .Where(signIn => signIn.At is not null).ToList();
        if (signIns.Count > 0)
        {
            facts["lms-activity-minutes"] = (signIns.Sum(signIn => signIn.At!.Value.Length * 100L), 0);
        }

        var days = handedIn.Concat(posts).Concat(signIns.Select(signIn => signIn.Day)).ToList();
        if (days.Count > 0)
        {
            facts["lms-last-activity"] = (model.Calendar.AsOf.DayNumber - model.Calendar.Days[days.Max()].DayNumber, 0);
        }
    }
}
