using System.Globalization;

namespace ClosingGap.Storage.Documents;

/// <summary>Refuses a setting outside its range, naming the setting and the range.</summary>
internal static class OptionRange
{
    public static void Check(string name, long value, long least, long most)
    {
        if (value < least || value > most)
        {
            throw new ArgumentOutOfRangeException(
                name,
                string.Create(CultureInfo.InvariantCulture, $"setting_range: {name} is {value}; it takes {least} to {most}."));
        }
    }

    public static void Check(string name, TimeSpan value, TimeSpan least, TimeSpan most)
    {
        if (value < least || value > most)
        {
            throw new ArgumentOutOfRangeException(
                name,
                string.Create(CultureInfo.InvariantCulture, $"setting_range: {name} is {value:c}; it takes {least:c} to {most:c}."));
        }
    }
}
