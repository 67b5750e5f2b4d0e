using System.Globalization;
using ClosingGap.Domain.Roster;
using ClosingGap.Domain.Settings;

namespace ClosingGap.Ingest.Profiles.Reading;

/// <summary>Reads <c>settings</c> into the domain's own records; what is left out has its default.</summary>
internal static class SettingsReader
{
    public static ProfileSettings Read(YamlNode? node, ProfileErrors errors)
    {
        if (node is null || MapReader.Open(node, "settings", ProfileKeys.Settings, errors) is not { } map)
        {
            return new ProfileSettings();
        }

        var attendance = Inner(map, "attendance", ProfileKeys.Attendance, errors);
        return new ProfileSettings
        {
            Capture = attendance?.Choice("capture", ProfileWords.Capture) switch { 'n' => AttendanceCapture.Negative, 'p' => AttendanceCapture.Positive, _ => null },
            Verdicts = new VerdictSettings
            {
                Attendance = attendance is null ? new() : Attendance(attendance, errors),
                Grades = Inner(map, "grades", ProfileKeys.Grades, errors) is { } grades ? Grades(grades, errors) : new(),
                Credits = Inner(map, "credits", ProfileKeys.Credits, errors) is { } credits ? Credits(credits) : new(),
                Growth = Inner(map, "growth", ProfileKeys.Growth, errors) is { } growth ? GrowthReader.Read(growth, errors) : new(),
            },
            Milestones = map.Node("milestones") is { } milestones ? MilestoneChoiceReader.Read(milestones, map.PathOf("milestones"), errors) : new(),
            Groups = Inner(map, "groups", ProfileKeys.Groups, errors) is { } groups ? GroupsReader.Read(groups, errors) : new(),
            Holds = Inner(map, "holds", ProfileKeys.Holds, errors) is { } holds ? Holds(holds) : new(),
            StateId = StateId(map, errors),
        };
    }

    private static string? StateId(MapReader map, ProfileErrors errors)
    {
        var text = map.Text("stateId");
        if (text is not null && StateIdSetting.Parse(text) is null)
        {
            errors.Add(map.Node("stateId")!, map.PathOf("stateId"), "profile.out_of_range", StateIdSetting.Allowed);
        }

        return text;
    }

    private static MapReader? Inner(MapReader map, string key, IReadOnlyList<string> keys, ProfileErrors errors) =>
        map.Node(key) is { } node ? MapReader.Open(node, map.PathOf(key), keys, errors) : null;

    private static AttendanceSettings Attendance(MapReader map, ProfileErrors errors)
    {
        var settings = new AttendanceSettings();
        if (ReadShare(map, errors) is var (numerator, denominator))
        {
            settings = settings with { ShareNumerator = numerator, ShareDenominator = denominator };
        }

        return settings with
        {
            DayRule = map.Choice("dayRule", ProfileWords.DayRule) ?? settings.DayRule,
            MeasuredThrough = map.Choice("measuredThrough", ProfileWords.MeasuredThrough) ?? settings.MeasuredThrough,
            AbsentCategories = map.ChoiceList("absentCategories", ProfileWords.AbsentCategory)?.ToHashSet() ?? settings.AbsentCategories,
            InstructionalEvents = Filled(map, "instructionalEvents", errors) ?? settings.InstructionalEvents,
        };
    }

    private static HashSet<string>? Filled(MapReader map, string key, ProfileErrors errors)
    {
        if (map.TextList(key) is not { } words)
        {
            return null;
        }

        if (words.Count == 0)
        {
            errors.Add(map.Node(key)!, map.PathOf(key), "profile.out_of_range", "At least one is wanted.");
        }

        return new HashSet<string>(words, StringComparer.OrdinalIgnoreCase);
    }

    private static (int Numerator, int Denominator)? ReadShare(MapReader map, ProfileErrors errors)
    {
        if (map.Text("share") is not { } text)
        {
            return null;
        }

        if (text.Split('/') is [var over, var under]
            && int.TryParse(over, NumberStyles.None, CultureInfo.InvariantCulture, out var numerator)
            && int.TryParse(under, NumberStyles.None, CultureInfo.InvariantCulture, out var denominator)
            && denominator is >= 1 and <= 100
            && numerator >= 1
            && numerator <= denominator)
        {
            return (numerator, denominator);
        }

        errors.Add(map.Node("share")!, map.PathOf("share"), "profile.out_of_range", "A share such as 1/2 is wanted, above 0, at most 1, with a denominator of at most 100.");
        return null;
    }

    private static GradeSettings Grades(MapReader map, ProfileErrors errors)
    {
        var defaults = new GradeSettings();
        return new GradeSettings
        {
            FailLetters = map.TextList("failLetters")?.ToHashSet(StringComparer.OrdinalIgnoreCase) ?? defaults.FailLetters,
            PassMarkHundredths = Hundredths(map.Number("passMark", 0, 1_000, 2)) ?? defaults.PassMarkHundredths,
            Scale = new GradeScale
            {
                LetterNumbers = Worths(map, "letterNumbers", 1_000, errors) ?? defaults.Scale.LetterNumbers,
                LetterPoints = Worths(map, "letterPoints", 10, errors) ?? defaults.Scale.LetterPoints,
                AddedPoints = Worths(map, "addedPoints", 5, errors) ?? defaults.Scale.AddedPoints,
            },
        };
    }

    /// <summary>A mapping from letters or categories to numbers, in hundredths.</summary>
    private static Dictionary<string, int>? Worths(MapReader map, string key, int most, ProfileErrors errors)
    {
        if (map.Node(key) is not { } node)
        {
            return null;
        }

        var worths = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var (word, value) in MapReader.Entries(node, map.PathOf(key), "a mapping from words to numbers", errors))
        {
            if (value is YamlScalar { IsNumber: true } scalar
                && decimal.TryParse(scalar.Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
                && number <= most && Math.Round(number, 2) == number)
            {
                worths[word.Text.Trim()] = (int)(number * 100);
            }
            else
            {
                errors.Add(value, map.PathOf(key + "." + word.Text), "profile.out_of_range", FormattableString.Invariant($"A number from 0 to {most} with at most 2 decimals is wanted."));
            }
        }

        return worths;
    }

    private static CreditSettings Credits(MapReader map)
    {
        var defaults = new CreditSettings();
        return new CreditSettings
        {
            AtRiskShortfallHundredths = Hundredths(map.Number("atRiskShortfall", 0, 100, 2)) ?? defaults.AtRiskShortfallHundredths,
            NotCountedRepeatCodes = map.TextList("notCountedRepeatCodes")?.ToHashSet(StringComparer.OrdinalIgnoreCase) ?? defaults.NotCountedRepeatCodes,
        };
    }

    private static int? Hundredths(decimal? number) => number is { } value ? (int)(value * 100) : null;

    private static HoldSettings Holds(MapReader map) => new()
    {
        StudentsRemovedPercent = map.Integer("studentsRemovedPercent", 0, 100),
        EnrollmentsRemovedPercent = map.Integer("enrollmentsRemovedPercent", 0, 100),
        ClassesRemovedPercent = map.Integer("classesRemovedPercent", 0, 100),
        LmsStudentsRemovedPercent = map.Integer("lmsStudentsRemovedPercent", 0, 100),
        LmsSectionsRemovedPercent = map.Integer("lmsSectionsRemovedPercent", 0, 100),
        MinimumRows = map.Integer("minimumRows", 0, 1_000_000),
        SchoolYearChange = map.Choice("schoolYearChange", ProfileWords.HoldSwitch),
        MissingFile = map.Choice("missingFile", ProfileWords.HoldSwitch),
    };
}
