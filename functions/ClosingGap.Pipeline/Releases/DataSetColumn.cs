namespace ClosingGap.Pipeline.Releases;

/// <summary>A column of a released data set.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">text, integer, number or boolean.</param>
/// <param name="Meaning">What it says.</param>
public sealed record DataSetColumn(string Name, string Type, string Meaning);
