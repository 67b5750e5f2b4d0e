namespace ClosingGap.LocalRuntime.Hosting;

/// <summary>Checks of option values, with one wording for all of them.</summary>
internal static class ConfigurationValidation
{
    /// <exception cref="LocalRuntimeException">LR002: the value is outside its range.</exception>
    public static void Require<T>(string key, T value, T lowest, T highest)
        where T : IComparable<T>
    {
        if (value.CompareTo(lowest) < 0 || value.CompareTo(highest) > 0)
        {
            throw new LocalRuntimeException("LR002", $"Setting {key} is {value}; give it a value from {lowest} to {highest}.");
        }
    }
}
