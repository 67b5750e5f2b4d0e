using System.Globalization;

namespace ClosingGap.Ingest.Profiles;

/// <summary>A profile or a definition cannot be used; <see cref="Errors"/> says why, line by line.</summary>
public sealed class ProfileInvalidException : Exception
{
    private const int Shown = 20;

    /// <param name="name">What was read: a file's name.</param>
    /// <param name="errors">At least one.</param>
    public ProfileInvalidException(string name, IReadOnlyList<ProfileError> errors)
        : base(Describe(name, errors)) => Errors = errors;

    /// <summary>In the order of their lines.</summary>
    public IReadOnlyList<ProfileError> Errors { get; }

    private static string Describe(string name, IReadOnlyList<ProfileError> errors)
    {
        var lines = errors.Take(Shown).Select(error =>
            string.Create(CultureInfo.InvariantCulture, $"{name}({error.Line}): {error.Code}: {error.Path}: {error.Text}"));
        var rest = errors.Count > Shown ? string.Create(CultureInfo.InvariantCulture, $"{Environment.NewLine}and {errors.Count - Shown} more") : "";
        return string.Join(Environment.NewLine, lines) + rest;
    }
}
