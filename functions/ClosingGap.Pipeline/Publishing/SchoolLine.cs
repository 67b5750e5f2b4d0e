namespace ClosingGap.Pipeline.Publishing;

/// <summary>A school in the district's summary.</summary>
/// <param name="School">The school's id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Students">Students with a membership there in the school year.</param>
/// <param name="Active">Students enrolled there on the as-of date.</param>
public sealed record SchoolLine(string School, string Name, long Students, long Active);
