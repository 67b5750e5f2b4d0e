using System.Globalization;

namespace ClosingGap.Ingest.Profiles.Reading;

/// <summary>Reads <c>settings</c>; what is left out has its default.</summary>
internal static class SettingsReader
{
    public static ProfileSettings Read(YamlNode? node, ProfileErrors errors)
    {
        if (node is null || MapReader.Open(node, "settings", ProfileKeys.Settings, errors) is not { } map)
        {
            return new ProfileSettings();
        }

        return new ProfileSettings
        {
            Attendance = Inner(map, "attendance", ProfileKeys.Attendance, errors) is { } attendance ? Attendance(attendance, errors) : new(),
            Grades = Inner(map, "grades", ProfileKeys.Grades, errors) is { } grades ? Grades(grades) : new(),
            Credits = Inner(map, "credits", ProfileKeys.Credits, errors) is { } credits ? Credits(credits) : new(),
            Holds = Inner(map, "holds", ProfileKeys.Holds, errors) is { } holds ? Holds(holds) : new(),
        };
    }

    private static MapReader? Inner(MapReader map, string key, IReadOnlyList<string> keys, ProfileErrors errors) =>
        map.Node(key) is { } node ? MapReader.Open(node, map.PathOf(key), keys, errors) : null;

    private static AttendanceSettings Attendance(MapReader map, ProfileErrors errors)
    {
        var defaults = new AttendanceSettings();
        return new AttendanceSettings
        {
            Capture = map.Choice("capture", ProfileWords.Capture) ?? defaults.Capture,
            DayRule = map.Choice("dayRule", ProfileWords.DayRule) ?? defaults.DayRule,
            Share = ReadShare(map, errors) ?? defaults.Share,
            MeasuredThrough = map.Choice("measuredThrough", ProfileWords.MeasuredThrough) ?? defaults.MeasuredThrough,
            AbsentCategories = map.TextList("absentCategories") ?? defaults.AbsentCategories,
        };
    }

    private static Share? ReadShare(MapReader map, ProfileErrors errors)
    {
        if (map.Text("share") is not { } text)
        {
            return null;
        }

        var parts = text.Split('/');
        if (parts.Length == 2
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var numerator)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var denominator)
            && denominator is >= 1 and <= 1_000
            && numerator >= 1
            && numerator <= denominator)
        {
            return new Share(numerator, denominator);
        }

        errors.Add(map.Node("share")!, map.PathOf("share"), "profile.out_of_range", "A share such as 1/2 is wanted, above 0, at most 1, with a denominator of at most 1000.");
        return null;
    }

    private static GradeSettings Grades(MapReader map)
    {
        var defaults = new GradeSettings();
        return new GradeSettings
        {
            FailLetters = map.TextList("failLetters") ?? defaults.FailLetters,
            PassMark = map.Number("passMark", 0, 1_000, 2) ?? defaults.PassMark,
        };
    }

    private static CreditSettings Credits(MapReader map)
    {
        var defaults = new CreditSettings();
        return new CreditSettings
        {
            AtRiskShortfall = map.Number("atRiskShortfall", 0, 100, 2) ?? defaults.AtRiskShortfall,
            NotCountedRepeatCodes = map.TextList("notCountedRepeatCodes") ?? defaults.NotCountedRepeatCodes,
        };
    }

    private static HoldSettings Holds(MapReader map)
    {
        var defaults = new HoldSettings();
        return new HoldSettings
        {
            StudentsRemovedPercent = map.Integer("studentsRemovedPercent", 0, 100) ?? defaults.StudentsRemovedPercent,
            EnrollmentsRemovedPercent = map.Integer("enrollmentsRemovedPercent", 0, 100) ?? defaults.EnrollmentsRemovedPercent,
            ClassesRemovedPercent = map.Integer("classesRemovedPercent", 0, 100) ?? defaults.ClassesRemovedPercent,
        };
    }
}
