namespace ClosingGap.Domain.Settings;

/// <summary>What is wrong with a setting or a definition.</summary>
/// <param name="Code">Stable code, e.g. <c>settings.out_of_range</c>.</param>
/// <param name="Path">The property's path in camel case, e.g. <c>attendance.shareNumerator</c>.</param>
/// <param name="Problem">What is wrong.</param>
/// <param name="Fix">What to do.</param>
public sealed record SettingError(string Code, string Path, string Problem, string Fix);
